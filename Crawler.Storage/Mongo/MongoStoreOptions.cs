namespace Crawler.Storage.Mongo;

/// <summary>Which MongoDB holds the documents, and how long to wait for it.</summary>
public sealed class MongoStoreOptions
{
    /// <summary>
    /// <c>mongodb://user@host:port/?replicaSet=rs0&amp;tls=true&amp;tlsCAFile=...</c> as MongoDB's own drivers read it. Required. What it leaves out:
    /// <c>w=majority</c>, <c>retryWrites=true</c>. The password may stand in it, but belongs in <see cref="PasswordFile"/>.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// A file whose first line is the password of the connection string's user. Null: the password is in the connection string, or none is needed.
    /// </summary>
    public string? PasswordFile { get; set; }

    /// <summary>The database. Default <c>cyberpatrol</c>.</summary>
    public string Database { get; set; } = "cyberpatrol";

    /// <summary>Connections, and so commands, at the same time. Default 16, 1 to 256.</summary>
    public int PoolSize { get; set; } = 16;

    /// <summary>How long to look for a server that takes commands: it has to outlast the election of a new primary. Default 20 s, 100 ms to 10 min.</summary>
    public TimeSpan ServerSelectionTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one command may take before its connection counts as lost. Default 2 min, 1 s to 1 h.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What is wrong with these options, or null.</summary>
    public string? Problem() =>
        string.IsNullOrWhiteSpace(ConnectionString) ? $"{nameof(ConnectionString)} is empty: give one such as mongodb://localhost:27017"
        : !ConnectionString.StartsWith("mongodb://", StringComparison.Ordinal) && !ConnectionString.StartsWith("mongodb+srv://", StringComparison.Ordinal)
            ? $"{nameof(ConnectionString)} does not begin with mongodb:// or mongodb+srv:// (it is not shown here: it may hold a password)"
        : PasswordFile is not null && !File.Exists(PasswordFile) ? $"{nameof(PasswordFile)} is '{PasswordFile}', which does not exist: name a file whose first line is the password, or leave it out"
        : !IsDatabaseName(Database) ? $"{nameof(Database)} is '{Database}': choose 1 to 63 letters, digits, '_' or '-'"
        : PoolSize is < 1 or > 256 ? $"{nameof(PoolSize)} is {PoolSize}: choose 1 to 256"
        : ServerSelectionTimeout < TimeSpan.FromMilliseconds(100) || ServerSelectionTimeout > TimeSpan.FromMinutes(10) ? $"{nameof(ServerSelectionTimeout)} is {ServerSelectionTimeout}: choose 00:00:00.1 to 00:10:00"
        : CommandTimeout < TimeSpan.FromSeconds(1) || CommandTimeout > TimeSpan.FromHours(1) ? $"{nameof(CommandTimeout)} is {CommandTimeout}: choose 00:00:01 to 01:00:00"
        : null;

    private static bool IsDatabaseName(string? name) => name is { Length: >= 1 and <= 63 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
