using System.Collections.Frozen;
using MongoGateway.Bson;
using Npgsql;

namespace MongoGateway.Commands;

/// <summary>An error as MongoDB numbers and names it (src/mongo/base/error_codes.yml).</summary>
/// <param name="code">MongoDB's number.</param>
internal sealed class MongoFault(int code, string message) : Exception(message)
{
    public const int InternalError = 1;
    public const int Unauthorized = 13;
    public const int AuthenticationFailed = 18;
    public const int IllegalOperation = 20;
    public const int CursorNotFound = 43;
    public const int CommandNotFound = 59;
    public const int WriteConflict = 112;
    public const int DuplicateKey = 11000;

    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [1] = "InternalError", [2] = "BadValue", [6] = "HostUnreachable", [9] = "FailedToParse", [13] = "Unauthorized", [14] = "TypeMismatch", [18] = "AuthenticationFailed",
        [20] = "IllegalOperation", [24] = "LockTimeout", [26] = "NamespaceNotFound", [27] = "IndexNotFound", [28] = "PathNotViable", [40] = "ConflictingUpdateOperators",
        [43] = "CursorNotFound", [48] = "NamespaceExists", [50] = "MaxTimeMSExpired", [52] = "DollarPrefixedFieldName", [56] = "EmptyFieldName", [57] = "DottedFieldName",
        [59] = "CommandNotFound", [66] = "ImmutableField", [67] = "CannotCreateIndex", [68] = "IndexAlreadyExists", [72] = "InvalidOptions", [73] = "InvalidNamespace",
        [85] = "IndexOptionsConflict", [86] = "IndexKeySpecsConflict", [91] = "ShutdownInProgress", [112] = "WriteConflict", [115] = "CommandNotSupported",
        [121] = "DocumentValidationFailure", [189] = "PrimarySteppedDown", [197] = "InvalidIndexSpecificationOption", [10107] = "NotWritablePrimary",
        [10334] = "BSONObjectTooLarge", [11000] = "DuplicateKey", [11600] = "InterruptedAtShutdown", [11602] = "InterruptedDueToReplStateChange", [13435] = "NotPrimaryNoSecondaryOk",
        [13436] = "NotPrimaryOrSecondary", [14031] = "OutOfDiskSpace",
    }.ToFrozenDictionary();

    // The SQLSTATEs of DocumentDB's own errors (its list of error mappings), those whose number is not "Location" and that a client may meet.
    private static readonly FrozenDictionary<string, int> States = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["M0000"] = 1, ["M0001"] = 2, ["M0003"] = 9, ["M0004"] = 14, ["M0005"] = 15, ["M0006"] = 20, ["M0008"] = 26, ["M0009"] = 27, ["M000A"] = 28, ["M000D"] = 40,
        ["M000E"] = 43, ["M000F"] = 48, ["M000G"] = 52, ["M000J"] = 56, ["M000K"] = 57, ["M000M"] = 66, ["M000N"] = 67, ["M000O"] = 68, ["M000P"] = 72, ["M000Q"] = 73,
        ["M000R"] = 85, ["M000S"] = 86, ["M000U"] = 115, ["M0012"] = 197, ["M001B"] = 10334, ["M001C"] = 11000, ["M00CO"] = 121, ["M00EW"] = 24, ["M00EX"] = 50,
        ["M00F1"] = 112, ["23505"] = 11000, ["23P01"] = 11000, ["40001"] = 112, ["40P01"] = 112, ["57014"] = 50, ["55P03"] = 24, ["53100"] = 14031, ["0A000"] = 115,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Retryable Writes specification, "RetryableError labels": the server says which errors a driver may try once more.
    private static readonly FrozenSet<int> Retryable = new[] { 6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436 }.ToFrozenSet();

    public int Code { get; } = code;

    public static string NameOf(int code) => Names.GetValueOrDefault(code, $"Location{code}");

    public static MongoFault From(PostgresException exception)
    {
        int code = States.GetValueOrDefault(exception.SqlState, InternalError);
        return new MongoFault(code, code == DuplicateKey ? "E11000 duplicate key error: " + exception.MessageText : exception.MessageText);
    }

    /// <summary>
    /// MongoDB's number for the five characters of a SQLSTATE that PostgreSQL packs into an int, as DocumentDB writes it into its <c>writeErrors</c>.
    /// </summary>
    public static int FromPacked(long packed)
    {
        Span<char> state = stackalloc char[5];
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = (char)('0' + ((packed >> (6 * i)) & 0x3F));
        }

        return States.GetValueOrDefault(new string(state), packed < 100_000 ? (int)packed : InternalError);
    }

    /// <param name="retryableWrite">The command is one that a driver may send again (it carries a transaction number).</param>
    public byte[] ToReply(bool retryableWrite)
    {
        var reply = new BsonBuilder().Add("ok", 0.0).Add("errmsg", Message).Add("code", Code).Add("codeName", NameOf(Code));
        return (retryableWrite && Retryable.Contains(Code) ? reply.Add("errorLabels", ["RetryableWriteError"]) : reply).ToBytes();
    }
}
