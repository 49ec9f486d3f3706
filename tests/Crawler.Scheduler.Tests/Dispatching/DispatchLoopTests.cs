using Crawler.Contracts.Sweeps;
using Crawler.Scheduler.Tests.Support;

namespace Crawler.Scheduler.Tests.Dispatching;

internal sealed class DispatchLoopTests : StoreFixture
{
    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddListAsync("list", ["a"], [Term("one"), Term("two")]);
    }

    [Test]
    public async Task HandleChangesAsync_SweepJustStarted_SendsItsJobsAtOnce()
    {
        await using var services = new TestServices(Store, Time);
        await services.StartedAsync("list");

        await services.Loop.HandleChangesAsync(CancellationToken.None);

        Assert.That(services.Bus.TakeSent(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task HandleChangesAsync_LastJobEnded_EndsTheSweep()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("list");
        await services.Loop.HandleChangesAsync(CancellationToken.None);
        var worker = new FakeWorker(Store, new FakeWorld(), Time);
        foreach (var job in services.Bus.TakeSent())
        {
            await worker.HandleAsync(job);
            services.Signal.Note(job.SweepId, job.SiteId);
        }

        await services.Loop.HandleChangesAsync(CancellationToken.None);

        Assert.That((await services.SweepAsync(id)).State, Is.EqualTo(SweepState.Finished));
    }

    [Test]
    public async Task HandleChangesAsync_StoreFails_KeepsTheChanges()
    {
        await using var living = new TestServices(Store, Time);
        string id = await living.StartedAsync("list");
        await using var services = new TestServices(new DyingStore(Store, writesToLive: 0), Time);
        services.Signal.Note(id, "a");

        Assert.That(() => services.Loop.HandleChangesAsync(CancellationToken.None), Throws.InstanceOf<KilledException>());

        Assert.That(services.Signal.Take().Select(n => n.SiteId), Is.EqualTo(["a"]));
    }

    [Test]
    public async Task RunAsync_Woken_SendsWithoutWaitingForTheInterval()
    {
        await using var services = new TestServices(Store, Time);
        using var stop = new CancellationTokenSource();
        var loop = services.Loop.RunAsync(stop.Token);
        await services.StartedAsync("list");

        await services.Bus.SentAsync(2);

        await stop.CancelAsync();
        await loop;
        Assert.That(services.Bus.TakeSent(), Has.Count.EqualTo(2));
    }
}
