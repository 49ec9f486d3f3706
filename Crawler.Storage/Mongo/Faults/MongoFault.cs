using System.Net.Sockets;
using System.Runtime.InteropServices;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo.Faults;

/// <summary>What an exception of the driver means, told by its type and the server's number.</summary>
/// <param name="Code">The server's error code; 0 when it is the driver that gave up.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MongoFault(FaultKind Kind, int Code = 0)
{
    private const int DuplicateKeyCode = 11000;

    /// <summary>Sending it again may succeed. It may also have taken effect already.</summary>
    public bool IsPassing => Kind is FaultKind.ConnectionLost or FaultKind.NoPrimary or FaultKind.NotConfirmed or FaultKind.CursorLost;

    /// <returns>Null: it does not come from the driver.</returns>
    public static MongoFault? Of(Exception exception) => exception switch
    {
        MongoAuthenticationException { InnerException: MongoConnectionException or IOException or SocketException } => new(FaultKind.ConnectionLost),
        MongoAuthenticationException => new(FaultKind.AccessDenied),
        MongoConnectionException or MongoConnectionPoolPausedException => new(FaultKind.ConnectionLost),
        TimeoutException => new(FaultKind.Unreachable),
        MongoCursorNotFoundException => new(FaultKind.CursorLost),
        MongoNotPrimaryException notPrimary => new(FaultKind.NoPrimary, notPrimary.Code),
        MongoNodeIsRecoveringException recovering => new(FaultKind.NoPrimary, recovering.Code),
        MongoDuplicateKeyException => new(FaultKind.DuplicateKey, DuplicateKeyCode),
        MongoWriteConcernException concern => OfConcern(concern.Code),
        MongoCommandException command => OfServer(command.Code),
        MongoWriteException { WriteError: { } error } => OfServer(error.Code),
        MongoWriteException { WriteConcernError: { } error } => OfConcern(error.Code),
        MongoBulkWriteException { WriteErrors: [{ } error, ..] } => OfServer(error.Code),
        MongoBulkWriteException { WriteConcernError: { } error } => OfConcern(error.Code),
        MongoException => new(FaultKind.Refused),
        _ => null,
    };

    /// <param name="code">See https://github.com/mongodb/mongo/blob/v7.0/src/mongo/base/error_codes.yml.</param>
    public static MongoFault OfServer(int code) => new(KindOf(code), code);

    private static MongoFault OfConcern(int code) => KindOf(code) == FaultKind.NoPrimary ? OfServer(code) : new(FaultKind.NotConfirmed, code);

    private static FaultKind KindOf(int code) => code switch
    {
        DuplicateKeyCode or 11001 => FaultKind.DuplicateKey,

        // HostUnreachable, HostNotFound, NetworkTimeout, SocketException.
        6 or 7 or 89 or 9001 => FaultKind.ConnectionLost,

        // NotWritablePrimary, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, LegacyNotPrimary, PrimarySteppedDown, InterruptedAtShutdown,
        // InterruptedDueToReplStateChange,
        // ShutdownInProgress, ExceededTimeLimit, StaleConfig, ReadConcernMajorityNotAvailableYet.
        10107 or 13435 or 13436 or 10058 or 189 or 11600 or 11602 or 91 or 262 or 13388 or 134 => FaultKind.NoPrimary,

        // Unauthorized, AuthenticationFailed, and older ones for the same.
        13 or 18 or 8000 => FaultKind.AccessDenied,

        // WriteConcernFailed, UnsatisfiableWriteConcern.
        64 or 100 => FaultKind.NotConfirmed,

        // OutOfDiskSpace; PostgreSQL's disk_full as the DocumentDB engine passes it on is not numbered.
        14031 => FaultKind.DiskFull,

        // BSONObjectTooLarge.
        10334 => FaultKind.TooLarge,

        // CursorNotFound, CursorKilled.
        43 or 237 => FaultKind.CursorLost,
        _ => FaultKind.Refused,
    };
}

/// <summary>Why a command did not succeed.</summary>
internal enum FaultKind
{
    /// <summary>No server, or no free connection to it, was found in the time set.</summary>
    Unreachable,

    /// <summary>The connection broke while the command was under way.</summary>
    ConnectionLost,

    /// <summary>The server is not, or no longer, the one that takes writes.</summary>
    NoPrimary,

    /// <summary>Written, but not confirmed by as many servers as asked for.</summary>
    NotConfirmed,

    /// <summary>The server forgot the cursor between two batches.</summary>
    CursorLost,

    AccessDenied,
    DuplicateKey,
    DiskFull,
    TooLarge,

    /// <summary>Anything else.</summary>
    Refused,
}
