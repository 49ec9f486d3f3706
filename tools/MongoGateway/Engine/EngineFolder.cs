namespace MongoGateway.Engine;

/// <summary>Where <c>scripts/documentdb.sh install</c> put PostgreSQL and DocumentDB.</summary>
internal static class EngineFolder
{
    /// <summary>How to get it.</summary>
    public const string HowToInstall = "scripts/documentdb.sh install";

    /// <summary>The installed engine's folder. Null: it is not installed.</summary>
    public static string? Find()
    {
        string home = Environment.GetEnvironmentVariable("CYBERPATROL_DOCUMENTDB") is { Length: > 0 } given
            ? given
            : Path.Combine(Cache(), "cyberpatrol", "documentdb");
        return Directory.Exists(home)
            ? Directory.EnumerateDirectories(home).Where(f => File.Exists(Path.Combine(f, "ready"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }

    private static string Cache()
    {
        if (Environment.IsPrivilegedProcess)
        {
            return "/var/cache";
        }

        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
    }
}
