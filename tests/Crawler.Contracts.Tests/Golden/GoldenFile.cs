namespace Crawler.Contracts.Tests.Golden;

/// <summary>A file that says what was agreed; a test compares, and a person who means a change writes it anew.</summary>
internal static class GoldenFile
{
    /// <summary>Set to 1, it makes the tests write the files instead of comparing. Look at the change before committing it: stored documents and running processes speak the old form.</summary>
    private const string Accept = "CYBERPATROL_ACCEPT_GOLDEN";

    public static void Check(string path, string actual)
    {
        string text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string name = Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/');
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"{name} is missing. If the type is meant to be on the wire: {Accept}=1 dotnet test tests/Crawler.Contracts.Tests, and commit the file.");
        }

        string expected = File.ReadAllText(path);
        if (expected != text)
        {
            Assert.Fail($"The wire format of {name} has changed:\n{LineDifference.Of(expected, text)}\nStored documents and other processes speak the old form. If the change is meant: {Accept}=1 dotnet test tests/Crawler.Contracts.Tests, and commit the file.");
        }
    }
}
