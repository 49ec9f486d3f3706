namespace Crawler.Patrol.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CyberPatrol.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("CyberPatrol.sln is in no directory above the tests");
    }
}
