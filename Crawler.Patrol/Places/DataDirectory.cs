using Crawler.Storage.Sqlite;

namespace Crawler.Patrol.Places;

/// <summary>Where one CyberPatrol keeps what it knows: the store, the evidence, and the word of a running instance.</summary>
/// <param name="Root">Absolute path of the directory. It need not exist yet.</param>
internal sealed record DataDirectory(string Root)
{
    /// <summary>The store's file.</summary>
    public string Store => Path.Combine(Root, EmbeddedStoreOptions.FileName);

    /// <summary>Evidence files, named by their hash.</summary>
    public string Evidence => Path.Combine(Root, EmbeddedStoreOptions.BlobsFolder);

    /// <summary>Keys that protect the console's cookies and forms.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Held exclusively by a running instance.</summary>
    public string LockFile => Path.Combine(Root, "patrol.lock");

    /// <summary>What the running instance says of itself.</summary>
    public string InstanceFile => Path.Combine(Root, "patrol.json");

    /// <summary><paramref name="given"/> (the <c>--data</c> option), else PATROL_DATA, else <c>data</c> in the home.</summary>
    public static DataDirectory Resolve(string? given, Func<string, string?> environment)
    {
        string? root = string.IsNullOrWhiteSpace(given) ? environment("PATROL_DATA") : given;
        return new(Path.GetFullPath(string.IsNullOrWhiteSpace(root) ? Path.Combine(PatrolHome.Resolve(environment).Root, "data") : root));
    }
}
