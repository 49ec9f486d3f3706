namespace CyberPatrol.Tests.Shared;

/// <summary>Where the working copy is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CyberPatrol.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No CyberPatrol.sln above the test directory.");
    }
}
