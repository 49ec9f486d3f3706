namespace Crawler.Patrol.Tests;

/// <summary>
/// Texts that people read, kept in <c>Golden/</c>. When a change is meant, run the tests once with PATROL_GOLDEN=write, read the difference, and commit it.
/// </summary>
internal static class GoldenText
{
    public static void Check(string name, string actual)
    {
        string file = Path.Combine(Repository.Root, "tests", "Crawler.Patrol.Tests", "Golden", name);
        string tidy = string.Join('\n', actual.Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("PATROL_GOLDEN") == "write")
        {
            File.WriteAllText(file, tidy);
            Assert.Fail($"{name} was written anew: read it, and run again");
        }

        Assert.That(tidy, Is.EqualTo(File.ReadAllText(file)), $"Golden/{name}");
    }
}
