using Crawler.Analysis.Lexicons;
using Crawler.Analysis.WatchLists;

namespace Crawler.Analysis.Tests.WatchLists;

/// <summary>The watch lists that come with the program.</summary>
public sealed class ShippedWatchListTests
{
    [TestCaseSource(nameof(Files))]
    public void Shipped_List_CanBeReadAndNamesSitesAndLexiconsThatExist(string file)
    {
        WatchListReading reading = WatchListFile.Parse(File.ReadAllText(RepositoryFiles.PathOf("watchlists", file)), file, Lexicon);

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(WatchListValidator.Validate(reading.List!, Sites()), Is.Empty);
    }

    private static Lexicon? Lexicon(string id) =>
        RepositoryFiles.Names("lexicons", "*.yaml").Contains($"{id}.yaml")
            ? LexiconFile.Parse(File.ReadAllText(RepositoryFiles.PathOf("lexicons", $"{id}.yaml")), id).Lexicon
            : null;

    /// <summary>A site's file is named for its id; the worker's own tests see to that.</summary>
    private static string[] Sites() =>
        [.. Directory.EnumerateFiles(RepositoryFiles.PathOf("sites"), "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f))];

    private static IEnumerable<string> Files() => RepositoryFiles.Names("watchlists", "*.yaml");
}
