using Crawler.Analysis.Lexicons;
using Crawler.Analysis.Matching;
using Crawler.Analysis.WatchLists;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Tests.Lexicons;

/// <summary>The lexicons that come with the program.</summary>
public sealed class ShippedLexiconTests
{
    [Test]
    public void Shipped_AreThere() => Assert.That(Files().Count(), Is.GreaterThanOrEqualTo(7));

    [TestCaseSource(nameof(Files))]
    public void Shipped_Lexicon_CanBeRead(string file)
    {
        LexiconReading reading = Read(file);

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Lexicon!.Id, Is.EqualTo(Path.GetFileNameWithoutExtension(file)), "a lexicon is found by its file's name");
    }

    [TestCaseSource(nameof(Files))]
    public void Shipped_Lexicon_MakesAValidWatchList(string file)
    {
        IReadOnlyList<WatchTerm> terms = Read(file).Lexicon!.Terms;
        var list = new WatchList { Id = "all", Name = "All", SiteIds = ["s"], Terms = [.. terms, new() { Text = "searchable" }] };

        Assert.That(WatchListValidator.Validate(list, ["s"]), Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void Shipped_Term_HitsItselfAndNotItsExclusions(string file)
    {
        foreach (WatchTerm term in Read(file).Lexicon!.Terms)
        {
            var matcher = TermMatcher.For(new WatchList { Id = "l", Name = "L", SiteIds = ["s"], Terms = [term] });

            Assert.That(matcher.Match(new MatchText { Text = $"x {term.Query} y" }), Has.Count.EqualTo(1), term.Text);
            foreach (string exclusion in term.Exclude)
            {
                Assert.That(matcher.Match(new MatchText { Text = $"x {exclusion} y" }), Is.Empty, $"{term.Text}: {exclusion}");
            }
        }
    }

    private static LexiconReading Read(string file) => LexiconFile.Parse(File.ReadAllText(RepositoryFiles.PathOf("lexicons", file)), file);

    private static IEnumerable<string> Files() => RepositoryFiles.Names("lexicons", "*.yaml");
}
