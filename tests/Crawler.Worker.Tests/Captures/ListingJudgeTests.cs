using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Worker.Captures;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Captures;

internal sealed class ListingJudgeTests
{
    [Test]
    public void Judge_MoreSweepsThanAreKept_DropsTheOldestOnly()
    {
        var judge = new ListingJudge();
        string[] sweeps = [.. Enumerable.Range(0, ListingJudge.MostKept + 3).Select(n => $"sweep-{n}")];

        foreach (string sweep in sweeps)
        {
            judge.Judge(Listing(), JobBench.Sweep(sweep), SiteKind.Marketplace);
        }

        Assert.That(judge.Kept, Is.EquivalentTo(sweeps[3..]));
    }

    private static Listing Listing() => new()
    {
        Id = "market:1",
        SiteId = "market",
        Url = "http://127.0.0.1:9/ad/1",
        FinalUrl = "http://127.0.0.1:9/ad/1",
        Title = "Ivoor beeld",
        FirstSeenAt = JobBench.Night,
        LastSeenAt = JobBench.Night,
        LastSweepId = "sweep-0",
        CaptureId = "",
    };
}
