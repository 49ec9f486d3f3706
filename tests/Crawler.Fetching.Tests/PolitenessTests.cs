using Crawler.Fetching.Tests.Support;
using Crawler.Storage.Sqlite;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests;

/// <summary>What the site sees, on the real clock, measured by the site itself, without tolerance.</summary>
[CancelAfter(60_000)]
[NonParallelizable]
public sealed class PolitenessTests
{
    [Test]
    public async Task FetchAsync_ThreeWorkersAtOnce_SiteNeverSeesTwoRequestsCloserThanTheDelay()
    {
        var delay = TimeSpan.FromMilliseconds(60);
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            // Uneven answers: one is slower than the delay.
            int n = int.Parse(c.Request.Query["n"].ToString());
            await Task.Delay((n % 5) * 25);
            await c.Response.WriteAsync("<p>page");
        });
        var site = server.Define(delay);
        var folder = Directory.CreateTempSubdirectory("politeness");
        var stores = Enumerable.Range(0, 3)
            .Select(_ => new SqliteDocumentStore(new EmbeddedStoreOptions { DataDirectory = folder.FullName }, TimeProvider.System)).ToList();
        var workers = stores.Select(s => new FetchingRig(s)).ToList();
        long start = TimeProvider.System.GetTimestamp();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 36).Select(n => workers[n % 3].FetchAsync(site, server.At($"/?n={n}"))));

        TestContext.Out.WriteLine($"{server.Seen.Count} requests in {TimeProvider.System.GetElapsedTime(start).TotalMilliseconds:0} ms, shortest gap {server.ShortestGap().TotalMilliseconds:0.0} ms");
        Assert.That(outcomes, Is.All.InstanceOf<FetchOutcome.Ok>());
        Assert.That(server.ShortestGap(), Is.GreaterThanOrEqualTo(delay));
        foreach (var (worker, store) in workers.Zip(stores))
        {
            await worker.DisposeAsync();
            await store.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    [Test]
    public async Task FetchAsync_RetriesAndRedirects_KeepTheDelayToo()
    {
        var delay = TimeSpan.FromMilliseconds(60);
        int calls = 0;
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            int call = Interlocked.Increment(ref calls);
            c.Response.StatusCode = call % 3 == 0 ? 503 : 200;
            if (call % 4 == 0)
            {
                c.Response.Redirect($"/hop{call}");
            }

            return Task.CompletedTask;
        });
        await using var rig = new FetchingRig();
        var site = server.Define(delay);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => rig.FetchAsync(site, server.At($"/{n}"))));

        Assert.That(server.Seen, Has.Count.GreaterThan(8));
        Assert.That(server.ShortestGap(), Is.GreaterThanOrEqualTo(delay));
    }

    [Test]
    public async Task FetchAsync_CrawlDelayLongerThanThePace_HoldsFromRobotsTxtOn()
    {
        await using var server = await LoopbackSite.StartAsync(
            c => c.Response.WriteAsync(c.Request.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 0.3" : "<p>page"), handlesRobots: true);
        await using var rig = new FetchingRig();
        var site = server.Define(TimeSpan.FromMilliseconds(20));

        await Task.WhenAll(rig.FetchAsync(site, server.At("/1")), rig.FetchAsync(site, server.At("/2")));

        Assert.That(server.Seen, Has.Count.EqualTo(3));
        Assert.That(server.ShortestGap(), Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300)));
    }
}
