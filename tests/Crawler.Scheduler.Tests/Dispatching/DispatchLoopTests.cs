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
    public async Task HandleNewsAsync_SweepJustStarted_SendsItsJobsAtOnce()
    {
        await using var house = new TestServices(Store, Time);
        await house.StartedAsync("list");

        await house.Loop.HandleNewsAsync(CancellationToken.None);

        Assert.That(house.Bus.TakeSent(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task HandleNewsAsync_LastJobEnded_EndsTheSweep()
    {
        await using var house = new TestServices(Store, Time);
        string id = await house.StartedAsync("list");
        await house.Loop.HandleNewsAsync(CancellationToken.None);
        var worker = new FakeWorker(Store, new FakeWorld(), Time);
        foreach (var job in house.Bus.TakeSent())
        {
            await worker.HandleAsync(job);
            house.Signal.Note(job.SweepId, job.SiteId);
        }

        await house.Loop.HandleNewsAsync(CancellationToken.None);

        Assert.That((await house.SweepAsync(id)).State, Is.EqualTo(SweepState.Finished));
    }

    [Test]
    public async Task HandleNewsAsync_StoreFails_KeepsTheNews()
    {
        await using var living = new TestServices(Store, Time);
        string id = await living.StartedAsync("list");
        await using var house = new TestServices(new DyingStore(Store, writesToLive: 0), Time);
        house.Signal.Note(id, "a");

        Assert.That(() => house.Loop.HandleNewsAsync(CancellationToken.None), Throws.InstanceOf<KilledException>());

        Assert.That(house.Signal.Take().Select(n => n.SiteId), Is.EqualTo(["a"]));
    }

    [Test]
    public async Task RunAsync_Woken_SendsWithoutWaitingForTheInterval()
    {
        await using var house = new TestServices(Store, Time);
        using var stop = new CancellationTokenSource();
        var loop = house.Loop.RunAsync(stop.Token);
        await house.StartedAsync("list");

        await house.Bus.SentAsync(2);

        await stop.CancelAsync();
        await loop;
        Assert.That(house.Bus.TakeSent(), Has.Count.EqualTo(2));
    }
}
