namespace Crawler.Contracts.Tests;

/// <summary>Finds the checkout by walking up from the test's own assembly.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "CyberPatrol.sln";

    public static string Path { get; } = Find();

    public static string Of(params ReadOnlySpan<string> parts)
    {
        string path = Path;
        foreach (string part in parts)
        {
            path = System.IO.Path.Combine(path, part);
        }

        return path;
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Marker}; these tests run in a checkout.");
    }
}
