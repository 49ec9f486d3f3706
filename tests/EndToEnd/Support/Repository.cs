using Crawler.Patrol.Places;

namespace EndToEnd.Support;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static PatrolHome Home { get; } = new(Root);

    /// <summary>The program as built with these tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "patrol.dll");

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "CyberPatrol.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("CyberPatrol.sln is in no folder above the tests");
    }
}
