using Crawler.Storage.Mongo;

namespace Crawler.Hosting.Storing;

/// <summary>Where documents are kept; section <c>Store</c>. Checked at start.</summary>
public sealed class StoreOptions
{
    /// <summary>Default <see cref="StoreKind.Sqlite"/>.</summary>
    public StoreKind Kind { get; set; }

    /// <summary>Sqlite: the folder that holds <c>cyberpatrol.db</c>; created when missing. Default <c>data</c> in the working directory.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Mongo: which, and how.</summary>
    public MongoStoreOptions Mongo { get; } = new();

    /// <summary>How the store is named to people: no password.</summary>
    internal string Describe() => Kind is StoreKind.Mongo ? $"MongoDB, database {Mongo.Database}" : $"SQLite in {Path.GetFullPath(Folder)}";
}

/// <summary>The stores there are.</summary>
public enum StoreKind
{
    /// <summary>One file on this machine, for processes of this machine.</summary>
    Sqlite,

    /// <summary>MongoDB, for processes anywhere.</summary>
    Mongo,
}
