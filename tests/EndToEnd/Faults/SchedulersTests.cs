using Crawler.Storage.Collections;
using Crawler.Storage.Documents;
using EndToEnd.Support.Distributed;

namespace EndToEnd.Faults;

/// <summary>Two schedulers at once: a sweep starts exactly once, whoever is asked, and goes on when one of them dies.</summary>
[Category("Server")]
internal sealed class SchedulersTests
{
    [Test]
    public async Task TwoSchedulers_AskedForASweep_StartItOnce()
    {
        await using var bed = await DistributedBed.StartAsync(site => site, CancellationToken.None);
        await bed.AddSchedulerAsync(CancellationToken.None);
        await bed.AddSchedulerAsync(CancellationToken.None);

        string sweepId = await bed.StartSweepAsync(bed.World.WatchList(TimeProvider.System.GetUtcNow()), CancellationToken.None);

        var sweeps = await bed.Store.QueryAsync(HouseCollections.Sweeps, new DocumentQuery(), CancellationToken.None);
        Assert.That(sweeps.Items.Select(s => s.Value.Id), Is.EqualTo([sweepId]));
    }
}
