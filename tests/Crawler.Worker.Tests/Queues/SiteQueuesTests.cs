using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Queues;
using Crawler.Worker.Status;
using Crawler.Worker.Tests.Jobs.Support;
using Crawler.Worker.Tests.Status;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Tests.Queues;

/// <summary>Which queues a worker listens on as sites come and go.</summary>
[CancelAfter(60_000)]
internal sealed class SiteQueuesTests
{
    private JobBench _bench = null!;
    private DeafStore _store = null!;
    private PlayedConnector _bus = null!;
    private WorkerActivity _activity = null!;
    private SiteQueues _queues = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _bench = await JobBench.OpenAsync();
        _store = new DeafStore(_bench.Store);
        _activity = new WorkerActivity(_bench.Clock);
        var connector = PlayedConnector.Open(out _bus);
        _queues = new SiteQueues(_store, connector, _activity, Options.Create(new WorkerOptions()), _bench.Clock, NullLogger<SiteQueues>.Instance);
        await PutAsync("market");
        await PutAsync("forum");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _queues.StopAsync(CancellationToken.None);
        _queues.Dispose();
        await _bench.DisposeAsync();
    }

    [Test]
    public async Task StartAsync_KnownSites_JoinsAQueueForEachBeforeItReturns()
    {
        await _queues.StartAsync(CancellationToken.None);

        Assert.That(_bus.Steps, Is.EquivalentTo(new[] { "+site-forum", "+site-market" }));
        Assert.That(_activity.Queues, Is.EqualTo(new[] { "forum", "market" }));
    }

    [Test]
    public async Task StartAsync_StoreOutOfReach_Throws()
    {
        _store.Deaf = true;

        await Assert.ThatAsync(() => _queues.StartAsync(CancellationToken.None), Throws.TypeOf<StoreException>());
    }

    [Test]
    public async Task Refresh_NewSite_IsJoinedAndTheOthersAreLeftAlone()
    {
        await _queues.StartAsync(CancellationToken.None);
        await PutAsync("shop");

        await RefreshUntilAsync(() => _activity.Queues.Contains("shop", StringComparer.Ordinal));

        Assert.That(_bus.Steps.Skip(2), Is.EqualTo(new[] { "+site-shop" }));
    }

    [Test]
    public async Task Refresh_RemovedSite_IsLeft()
    {
        await _queues.StartAsync(CancellationToken.None);
        await _bench.Store.DeleteAsync(LedgerCollections.Sites, "forum", version: null, CancellationToken.None);

        await RefreshUntilAsync(() => !_activity.Queues.Contains("forum", StringComparer.Ordinal));

        Assert.That(_bus.Steps.Skip(2), Is.EqualTo(new[] { "-site-forum" }));
        Assert.That(_activity.Queues, Is.EqualTo(new[] { "market" }));
    }

    [Test]
    public async Task Refresh_OtherConcurrency_JoinsTheQueueAnew()
    {
        await _queues.StartAsync(CancellationToken.None);
        await PutAsync("market", concurrency: 3);

        await RefreshUntilAsync(() => _bus.Steps.Count >= 4);

        Assert.That(_bus.Steps.Skip(2), Is.EqualTo(new[] { "-site-market", "+site-market" }));
        Assert.That(_activity.Queues, Is.EqualTo(new[] { "forum", "market" }));
    }

    [Test]
    public async Task Refresh_StoreOutOfReachForAWhile_GoesOnAfterwards()
    {
        await _queues.StartAsync(CancellationToken.None);
        _store.Deaf = true;
        _bench.Clock.Advance(TimeSpan.FromSeconds(10));
        await PutAsync("shop");
        _store.Deaf = false;

        await RefreshUntilAsync(() => _activity.Queues.Contains("shop", StringComparer.Ordinal));

        Assert.That(_bus.Steps.Skip(2), Is.EqualTo(new[] { "+site-shop" }));
    }

    [Test]
    public async Task StopAsync_LeavesAllQueuesOnce()
    {
        await _queues.StartAsync(CancellationToken.None);

        await _queues.StopAsync(CancellationToken.None);
        await _queues.StopAsync(CancellationToken.None);

        Assert.That(_bus.Steps.Skip(2), Is.EquivalentTo(new[] { "-site-forum", "-site-market" }));
    }

    [Test]
    public async Task StopAsync_QueueThatIsNeverJoined_IsLeftAfterAWhile()
    {
        _bus.NeverReady = true;
        await _queues.StartAsync(CancellationToken.None);
        var stop = _queues.StopAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.CurrentContext.CancellationToken); // real time, in which it could leave too early
        int early = _bus.Steps.Count;

        await UntilAsync(() =>
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(1));
            return stop.IsCompleted;
        });

        await stop;
        Assert.That(early, Is.EqualTo(2), "not left while it is being joined");
        Assert.That(_bus.Steps.Skip(2), Is.EquivalentTo(new[] { "-site-forum", "-site-market" }));
    }

    /// <summary>Lets the time between two looks at the sites pass until the change is seen.</summary>
    private Task RefreshUntilAsync(Func<bool> seen) => UntilAsync(() =>
    {
        _bench.Clock.Advance(TimeSpan.FromSeconds(10));
        return seen();
    });

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.CurrentContext.CancellationToken);
        }
    }

    private Task PutAsync(string id, int concurrency = 1) => _bench.Store.UpdateAsync(
        LedgerCollections.Sites, id, _ => JobBench.Site with { Id = id, Pace = new PacePolicy { Concurrency = concurrency } }, CancellationToken.None);
}
