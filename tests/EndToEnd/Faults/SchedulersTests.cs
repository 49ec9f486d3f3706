using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Storage.Documents;
using EndToEnd.Faults.Distributed;
using EndToEnd.Support.Distributed;

namespace EndToEnd.Faults;

/// <summary>Two schedulers at once: a sweep starts exactly once, whoever is asked, and goes on when one of them dies.</summary>
[Category("Server")]
internal sealed class SchedulersTests
{
    private static readonly string[] SmallSites = ["tg-forum", "tg-shop"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [Test]
    public async Task TwoSchedulers_AskedForASweep_StartItOnce()
    {
        await using var testbed = await DistributedTestbed.StartAsync(site => site, CancellationToken.None);
        await testbed.AddSchedulerAsync(CancellationToken.None);
        await testbed.AddSchedulerAsync(CancellationToken.None);

        string sweepId = await testbed.StartSweepAsync(testbed.World.WatchList(TimeProvider.System.GetUtcNow()), CancellationToken.None);

        var sweeps = await testbed.Store.QueryAsync(LedgerCollections.Sweeps, new DocumentQuery(), CancellationToken.None);
        Assert.That(sweeps.Items.Select(s => s.Value.Id), Is.EqualTo([sweepId]));
    }

    [Test]
    public async Task TwoSchedulers_OneDiesInMidSweep_EachJobIsDoneOnceAndEachListingIsThereOnce()
    {
        await using var testbed = await DistributedTestbed.StartAsync(
            site => site with { Pace = site.Pace with { Delay = TimeSpan.FromMilliseconds(100) } }, CancellationToken.None);
        testbed.Lease = TimeSpan.FromMinutes(2); // no worker dies here
        await testbed.AddSchedulerAsync(CancellationToken.None);
        await testbed.AddSchedulerAsync(CancellationToken.None);
        await testbed.AddWorkerAsync(CancellationToken.None);
        await testbed.AddWorkerAsync(CancellationToken.None);
        var list = testbed.World.WatchList(TimeProvider.System.GetUtcNow()) with { SiteIds = SmallSites, MaxPagesPerSearch = 2 };

        string sweepId = await testbed.StartSweepAsync(list, CancellationToken.None);
        await UntilAsync(testbed, sweepId, sweep => sweep.Sites.Sum(s => s.Jobs.Ended) >= 20);
        await testbed.Schedulers[0].KillAsync();
        var ended = await UntilAsync(testbed, sweepId, sweep => sweep.HasEnded);

        var results = await SweepResults.OfAsync(testbed.Store);
        var jobs = await testbed.Store.QueryAllAsync(LedgerCollections.Jobs, new DocumentQuery { Limit = 1000 }, CancellationToken.None).Select(j => j.Value)
            .ToListAsync();
        var adverts = testbed.World.Ground.Truth.Adverts.Select(a => (a.SiteId, new Uri(a.Url).PathAndQuery)).ToHashSet();
        var asked = testbed.World.Ground.Requests.Select(r => (r.SiteId, r.PathAndQuery)).Where(adverts.Contains).ToList();
        TestContext.Out.WriteLine($"{jobs.Count} jobs, {results.Listings.Count} listings, {asked.Count} adverts asked for, in {(ended.EndedAt - ended.StartedAt)?.TotalSeconds:0} s");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.State, Is.EqualTo(SweepState.Finished));
            Assert.That(jobs, Has.Count.GreaterThan(40));
            Assert.That(jobs.Where(j => j.State is JobState.Pending or JobState.Sent or JobState.Running).Select(j => j.Id), Is.Empty, "left open");
            Assert.That(
                jobs.Where(j => j.State is JobState.Done && j.Attempts != 1).Select(j => (j.Id, j.Attempts, j.LostLeases)), Is.Empty, "done more than once");
            Assert.That(asked, Is.Unique, "adverts asked for");
            Assert.That(results.Listings, Is.Not.Empty.And.Unique);
            Assert.That(results.Appearances, Is.Unique.And.Count.EqualTo(results.Listings.Count));
            Assert.That(await testbed.Store.CountAsync(LedgerCollections.Sweeps, new DocumentQuery(), CancellationToken.None), Is.EqualTo(1));
        }
    }

    private static async Task<Sweep> UntilAsync(DistributedTestbed testbed, string sweepId, Func<Sweep, bool> reached)
    {
        using var limit = new CancellationTokenSource(Patience);
        var progress = new SweepProgress(testbed.Store);
        while (true)
        {
            if (await progress.ReadAsync(sweepId, limit.Token) is { } sweep && reached(sweep))
            {
                return sweep;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        }
    }
}
