namespace Crawler.Analysis.Tests;

/// <summary>Data files of the checkout, found by walking up from the test's own assembly.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = Find();

    public static string PathOf(params IEnumerable<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Names of the files in a folder; none when the folder is not there.</summary>
    public static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.Exists(PathOf(folder))
            ? Directory.EnumerateFiles(PathOf(folder), pattern).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            : [];

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CyberPatrol.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CyberPatrol.sln; these tests run in a checkout.");
    }
}
