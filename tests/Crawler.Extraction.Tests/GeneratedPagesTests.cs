using System.Text.Json;
using Crawler.Extraction.Readers;
using Extraction.Benchmarks;
using Extraction.Benchmarks.Generated;

namespace Crawler.Extraction.Tests;

/// <summary>
/// How pages are read that were made in the manner of shop engines, marketplaces, auction houses and forums, without definitions. The floors are what is asked of pages that
/// nobody has seen; the result pages of styles that were held out while the rules were written count for themselves.
/// </summary>
public sealed class GeneratedPagesTests
{
    private static readonly SiteReader Reader = new(TimeProvider.System) { Faulted = e => throw new InvalidOperationException("Reading a generated page failed.", e) };

    [Test]
    public void ReadSearch_GeneratedPages_ReachesTheFloors([Values(0, 3)] int seed, [Values] bool heldOut)
    {
        var scores = GeneratedPages.All(seed).Where(p => p.HeldOut == heldOut && LabelsOf(p).IsSearch).Select(p => SearchScore.Of(LabelsOf(p), LabelsOf(p).Rows, Reader.ReadSearch(null, p.Content))).ToList();

        int labelled = scores.Sum(s => s.Labelled), read = scores.Sum(s => s.Read), matched = scores.Sum(s => s.Matched);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(2.0 * matched / (labelled + read), Is.GreaterThanOrEqualTo(0.97), "row F1");
            Assert.That(Share(scores, s => s.Title), Is.GreaterThanOrEqualTo(0.98), "title");
            Assert.That(Share(scores, s => s.Url), Is.GreaterThanOrEqualTo(0.98), "address");
            Assert.That(Share(scores, s => s.Price), Is.GreaterThanOrEqualTo(0.96), "price");
            Assert.That(Share(scores, s => s.Image), Is.GreaterThanOrEqualTo(0.93), "picture");
            Assert.That(Share(scores, s => s.Next), Is.GreaterThanOrEqualTo(0.9), "next page");
        }
    }

    [Test]
    public void ReadDetail_GeneratedPages_ReachesTheFloors()
    {
        var scores = GeneratedPages.All(0).Concat(GeneratedPages.All(3)).Where(p => !LabelsOf(p).IsSearch).Select(p => DetailScore.Of(LabelsOf(p), Reader.ReadDetail(null, p.Content))).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Share(scores, s => s["title"]), Is.GreaterThanOrEqualTo(0.96), "title");
            Assert.That(Share(scores, s => s["price"]), Is.GreaterThanOrEqualTo(0.95), "price");
            Assert.That(Share(scores, s => s["description"]), Is.GreaterThanOrEqualTo(0.9), "description");
        }
    }

    [Test]
    public void All_SameSeed_MakesTheSamePages()
    {
        string[] once = [.. GeneratedPages.All(5).Select(p => p.Text)];
        string[] again = [.. GeneratedPages.All(5).Select(p => p.Text)];

        Assert.That(again, Is.EqualTo(once));
    }

    private static double? Share<T>(IReadOnlyList<T> scores, Func<T, Tally> field)
    {
        var tally = new Tally();
        foreach (var score in scores)
        {
            tally.Add(field(score));
        }

        return tally.Share;
    }

    private static Labels LabelsOf(GeneratedPage page)
    {
        using var document = JsonDocument.Parse(page.Labels.ToJsonString());
        return new Labels(document.RootElement.Clone());
    }
}
