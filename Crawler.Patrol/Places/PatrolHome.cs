namespace Crawler.Patrol.Places;

/// <summary>Where the data that ships with the program lies.</summary>
/// <param name="Root">Absolute path of the directory that holds <c>sites</c> and <c>lexicons</c>.</param>
internal sealed record PatrolHome(string Root)
{
    /// <summary>Site definitions, one YAML file each.</summary>
    public string Sites => Path.Combine(Root, "sites");

    /// <summary>Terms per topic and language.</summary>
    public string Lexicons => Path.Combine(Root, "lexicons");

    /// <summary>PATROL_HOME, else the nearest directory above the program that holds <c>sites</c>, else the working directory.</summary>
    public static PatrolHome Resolve(Func<string, string?> environment)
    {
        string? named = environment("PATROL_HOME");
        if (!string.IsNullOrWhiteSpace(named))
        {
            return new(Path.GetFullPath(named));
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "sites")))
            {
                return new(at.FullName);
            }
        }

        return new(Directory.GetCurrentDirectory());
    }
}
