using Crawler.Storage.Mongo.Bson;

namespace Crawler.Storage.Mongo.Commands;

/// <summary>A command did not succeed.</summary>
/// <param name="code">The server's error code; 0 when it is the driver that gave up.</param>
/// <param name="detail">In the words of the server or the driver.</param>
internal sealed class MongoFault(FaultKind kind, int code, string detail) : Exception(detail)
{
    // libmongoc's error domains (mongoc-error.h).
    private const uint ClientDomain = 1;
    private const uint StreamDomain = 2;
    private const uint ProtocolDomain = 3;
    private const uint ScramDomain = 14;
    private const uint ServerSelectionDomain = 15;
    private const uint ServerDomain = 17;
    private const uint ClientAuthenticate = 11;

    public FaultKind Kind => kind;

    public int Code => code;

    /// <summary>A duplicate key may be that of the same command, sent before, whose answer was lost.</summary>
    public bool MayBeOwn { get; init; }

    /// <summary>Sending it again may succeed.</summary>
    public bool IsPassing => kind is FaultKind.ConnectionLost or FaultKind.NoPrimary or FaultKind.NotConfirmed;

    /// <summary>The command may have taken effect all the same.</summary>
    public bool MayHaveRun => kind is FaultKind.ConnectionLost or FaultKind.NoPrimary or FaultKind.NotConfirmed;

    public static MongoFault Of(uint domain, uint code, string message, BsonView? reply) => domain switch
    {
        ServerSelectionDomain => new MongoFault(FaultKind.Unreachable, 0, message),
        StreamDomain or ProtocolDomain => new MongoFault(FaultKind.ConnectionLost, 0, message),
        ScramDomain => new MongoFault(FaultKind.AccessDenied, 0, message),
        ClientDomain when code == ClientAuthenticate => new MongoFault(FaultKind.AccessDenied, 0, message),
        _ when reply?.Find("code") is { } coded => OfServer((int)coded.Int64, message),
        ServerDomain => OfServer((int)code, message),
        _ => new MongoFault(FaultKind.Refused, 0, message),
    };

    /// <param name="code">See https://github.com/mongodb/mongo/blob/v7.0/src/mongo/base/error_codes.yml.</param>
    public static MongoFault OfServer(int code, string message) => new(KindOf(code), code, message);

    /// <summary>The first write error or the write concern error in the reply of a write command that "succeeded". Null: there is none.</summary>
    public static MongoFault? In(BsonView reply)
    {
        if (reply.Find("writeErrors") is { } errors && errors.Document.Elements.Select(e => (BsonElement?)e).FirstOrDefault() is { } first)
        {
            return OfServer((int)first.Document.Get("code").Int64, first.Document.Find("errmsg")?.Text ?? "");
        }

        if (reply.Find("writeConcernError") is { } concern)
        {
            int code = (int)concern.Document.Get("code").Int64;
            string message = concern.Document.Find("errmsg")?.Text ?? "";
            return KindOf(code) == FaultKind.NoPrimary ? OfServer(code, message) : new MongoFault(FaultKind.NotConfirmed, code, message);
        }

        return null;
    }

    private static FaultKind KindOf(int code) => code switch
    {
        11000 or 11001 => FaultKind.DuplicateKey,

        // HostUnreachable, HostNotFound, NetworkTimeout, SocketException.
        6 or 7 or 89 or 9001 => FaultKind.ConnectionLost,

        // NotWritablePrimary, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, LegacyNotPrimary, PrimarySteppedDown, InterruptedAtShutdown, InterruptedDueToReplStateChange,
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
    /// <summary>No server was found in the time set.</summary>
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
