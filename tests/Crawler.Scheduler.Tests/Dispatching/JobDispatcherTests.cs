using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Tests.Dispatching;

internal sealed class JobDispatcherTests : StoreFixture
{
    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddSiteAsync("a-b");
        await AddListAsync("night", ["a", "a-b"], [.. Enumerable.Range(0, 10).Select(i => Term($"night {i}"))]);
        await AddListAsync("hand", ["a"], [Term("hand 0"), Term("hand 1")]);
    }

    [Test]
    public async Task DispatchAsync_MoreJobsThanTheWindow_SendsAWindowFullAndTopsUp()
    {
        await using var services = new TestServices(Store, Time, o => o.DispatchWindow = 3);
        await services.StartedAsync("night");

        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);

        var sent = services.Bus.TakeSent();
        Assert.That(sent.CountBy(j => j.SiteId).ToDictionary(), Is.EqualTo(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 3, ["a-b"] = 3 }));

        await new FakeWorker(Store, new FakeWorld(), Time).HandleAsync(sent.First(j => j.SiteId == "a"));
        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.EqualTo(1));
    }

    [Test]
    public async Task DispatchAsync_SweepByHandBehindANight_OvertakesIt()
    {
        await using var services = new TestServices(Store, Time, o => o.DispatchWindow = 4);
        await services.Planner.StartAsync(
            new StartSweep { WatchListId = "night", RequestedAt = Time.GetUtcNow(), Trigger = SweepTrigger.Schedule }, CancellationToken.None);
        Time.Advance(TimeSpan.FromMinutes(1));
        await services.StartedAsync("hand");

        await services.Dispatcher.DispatchAsync("a", CancellationToken.None);

        Assert.That(services.Bus.TakeSent().Select(j => j.Search!.Query[..4]), Is.EqualTo(["hand", "hand", "nigh", "nigh"]));
    }

    [Test]
    public async Task DispatchAsync_TwoSendersAtOnce_SendEachJobOnceAndAtMostAWindowEach()
    {
        await using var otherStore = await OpenAsync();
        await using var one = new TestServices(Store, Time, o => o.DispatchWindow = 3);
        await using var two = new TestServices(otherStore, Time, o => o.DispatchWindow = 3);
        await one.StartedAsync("night");

        await Task.WhenAll(
            Task.Run(() => one.Dispatcher.DispatchAllAsync(CancellationToken.None)),
            Task.Run(() => two.Dispatcher.DispatchAllAsync(CancellationToken.None)));

        var sent = one.Bus.TakeSent().Concat(two.Bus.TakeSent()).ToList();
        Assert.That(sent.Select(j => j.Id), Is.Unique);
        Assert.That(sent.CountBy(j => j.SiteId).Select(s => s.Value), Has.All.InRange(3, 6));
    }

    [Test]
    public async Task DispatchAsync_SiteNoWorkerServes_KeepsItsJobsUntilOneDoes()
    {
        await using var services = new TestServices(Store, Time);
        await services.StartedAsync("hand");
        services.Bus.Unserved.Add("a");

        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.Zero);
        Assert.That((await services.JobsAsync()).Select(j => j.State), Has.All.EqualTo(JobState.Pending));

        services.Bus.Unserved.Clear();
        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.EqualTo(2));
    }

    [Test]
    public async Task DispatchAsync_JobNotDue_WaitsWithoutHoldingUpOthers()
    {
        await using var services = new TestServices(Store, Time);
        await services.StartedAsync("hand");
        var job = (await services.JobsAsync()).First();
        await Store.UpdateAsync(LedgerCollections.Jobs, job.Id, j => j! with { DueAt = Time.GetUtcNow().AddSeconds(30) }, CancellationToken.None);

        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.EqualTo(1));
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.EqualTo(1));
        Assert.That(services.Bus.TakeSent()[1].Id, Is.EqualTo(job.Id));
    }

    [Test]
    public async Task DispatchAsync_BrokerDown_PutsTheJobBackAndSendsItLater()
    {
        await using var services = new TestServices(Store, Time);
        await services.StartedAsync("hand");
        services.Bus.Down = true;

        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.Zero);
        Assert.That((await services.JobsAsync()).Select(j => (j.State, j.SentAt)), Has.All.EqualTo((JobState.Pending, (DateTimeOffset?)null)));

        services.Bus.Down = false;
        Assert.That(await services.Dispatcher.DispatchAsync("a", CancellationToken.None), Is.EqualTo(2));
    }

    [Test]
    public async Task DispatchAsync_TwoSchedulers_SendEachJobOnce()
    {
        await using var other = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(other, Time);
        await one.StartedAsync("night");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Dispatcher.DispatchAllAsync(CancellationToken.None))));

        var sent = one.Bus.TakeSent().Concat(two.Bus.TakeSent()).Select(j => j.Id).ToArray();
        Assert.That(sent, Is.Unique.And.Length.EqualTo(20));
    }

    [Test]
    public async Task DispatchAllAsync_SweepEnded_AsksNoSite()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("hand");
        await Store.UpdateAsync(LedgerCollections.Sweeps, id, s => s! with { State = SweepState.Finished }, CancellationToken.None);

        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);

        Assert.That(services.Bus.TakeSent(), Is.Empty);
    }
}
