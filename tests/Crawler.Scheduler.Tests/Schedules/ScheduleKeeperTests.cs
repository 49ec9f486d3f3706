using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Tests.Schedules;

/// <summary>The clock stands at 01:00 UTC; the lists are swept at 02:00 UTC.</summary>
internal sealed class ScheduleKeeperTests : StoreFixture
{
    private static DateTimeOffset Two => Start.AddHours(1);

    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddListAsync("list", ["a"], [Term("ivoor")]);
    }

    [Test]
    public async Task SyncAll_NewList_IsScheduledAndNotRun()
    {
        await using var services = new TestServices(Store, Time);

        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That(services.Clock.Set.Keys, Is.EqualTo(["list"]));
        Assert.That(await StateAsync("list"), Has.Property("NextFireAt").EqualTo(Two).And.Property("LastFireAt").Null.And.Property("Problem").Null);
        Assert.That(await SweepsAsync(), Is.Empty);
    }

    [Test]
    public async Task Sync_AtTheHour_StartsOneSweepOfThatInstant()
    {
        await using var services = new TestServices(Store, Time);
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Time.SetUtcNow(Two.AddMilliseconds(40));
        await services.Keeper.SyncAsync("list", Time.GetUtcNow(), CancellationToken.None);
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        var sweep = (await SweepsAsync()).Single();
        Assert.That((sweep.Id, sweep.Trigger, sweep.ScheduledFor), Is.EqualTo((Sweep.IdFor("list", Two), SweepTrigger.Schedule, Two)));
        Assert.That(
            await StateAsync("list"),
            Has.Property("LastFireAt").EqualTo(Two).And.Property("NextFireAt").EqualTo(Two.AddDays(1)).And.Property("LastSweepId").EqualTo(sweep.Id));
    }

    [Test]
    public async Task Sync_TwoSchedulersAtTheSameHour_StartOneSweep()
    {
        await using var otherStore = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(otherStore, Time);
        await Task.WhenAll(one.Keeper.SyncAllAsync(CancellationToken.None), two.Keeper.SyncAllAsync(CancellationToken.None));

        for (int night = 0; night < 20; night++)
        {
            Time.SetUtcNow(Two.AddDays(night));
            await Task.WhenAll(
                Task.Run(() => one.Keeper.SyncAsync("list", Time.GetUtcNow(), CancellationToken.None)),
                Task.Run(() => two.Keeper.SyncAsync("list", Time.GetUtcNow(), CancellationToken.None)));
            foreach (var sweep in await SweepsAsync())
            {
                await Store.UpdateAsync(LedgerCollections.Sweeps, sweep.Id, s => s! with { State = SweepState.Finished }, CancellationToken.None);
            }
        }

        Assert.That((await SweepsAsync()).Select(s => s.ScheduledFor).Order(), Is.EqualTo(Enumerable.Range(0, 20).Select(n => Two.AddDays(n))));
    }

    [Test]
    public async Task SyncAll_ManyNightsMissed_RunsOnceForTheLast()
    {
        await using (var before = new TestServices(Store, Time))
        {
            await before.Keeper.SyncAllAsync(CancellationToken.None);
        }

        Time.Advance(TimeSpan.FromDays(5));
        await using var services = new TestServices(Store, Time);
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That((await SweepsAsync()).Select(s => s.ScheduledFor), Is.EqualTo([Two.AddDays(4)]));
        Assert.That((await StateAsync("list"))!.NextFireAt, Is.EqualTo(Two.AddDays(5)));
    }

    [Test]
    public async Task SyncAll_ListStoredWhileNobodyWasThere_RunsOnce()
    {
        Time.Advance(TimeSpan.FromDays(3));
        await using var services = new TestServices(Store, Time);

        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That((await SweepsAsync()).Select(s => s.ScheduledFor), Is.EqualTo([Two.AddDays(2)]));
    }

    [Test]
    public async Task SyncAll_KilledBetweenStartingAndRemembering_StartsNothingTwice()
    {
        await using (var mortal = new TestServices(new DyingStore(Store, writesToLive: 6), Time))
        {
            await mortal.Keeper.SyncAllAsync(CancellationToken.None);
            Time.SetUtcNow(Two);
            Assert.That(() => mortal.Keeper.SyncAsync("list", Two, CancellationToken.None), Throws.InstanceOf<KilledException>());
        }

        Assert.That((await StateAsync("list"))!.LastFireAt, Is.Null, "The death came too late for this test.");
        Assert.That(await SweepsAsync(), Has.Count.EqualTo(1), "The death came too early for this test.");

        await using var services = new TestServices(Store, Time);
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That(await SweepsAsync(), Has.Count.EqualTo(1));
        Assert.That((await StateAsync("list"))!.LastFireAt, Is.EqualTo(Two));
    }

    [Test]
    public async Task SyncAll_Paused_FiresNothingAndMakesUpForNothingLater()
    {
        await using var services = new TestServices(Store, Time);
        await EditListAsync("list", l => l with { Schedule = l.Schedule with { Paused = true } });
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        Time.Advance(TimeSpan.FromDays(3));
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        Assert.That((services.Clock.Set.Count, (await StateAsync("list"))!.NextFireAt), Is.EqualTo((0, (DateTimeOffset?)null)));

        await EditListAsync("list", l => l with { Schedule = l.Schedule with { Paused = false } });
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That(await SweepsAsync(), Is.Empty);
        Assert.That((await StateAsync("list"))!.NextFireAt, Is.EqualTo(Two.AddDays(3)));
        Time.SetUtcNow(Two.AddDays(3));
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        Assert.That(await SweepsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SyncAll_ScheduleEdited_PromisesNothingForTheTimeBefore()
    {
        await using var services = new TestServices(Store, Time);
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        Time.Advance(TimeSpan.FromMinutes(30));

        await EditListAsync("list", l => l with { Schedule = new WatchSchedule { Cron = "0 15 1 * * ?", TimeZone = "UTC" } });
        await services.Keeper.SyncAsync("list", Time.GetUtcNow(), CancellationToken.None);

        Assert.That(await SweepsAsync(), Is.Empty);
        Assert.That((await StateAsync("list"))!.NextFireAt, Is.EqualTo(Two.AddMinutes(-45).AddDays(1)));
        Assert.That(services.Clock.Set["list"].Cron, Is.EqualTo("0 15 1 * * ?"));
    }

    [Test]
    public async Task SyncAll_TextEditedAfterAMissedNight_StillMakesUpForIt()
    {
        await using (var before = new TestServices(Store, Time))
        {
            await before.Keeper.SyncAllAsync(CancellationToken.None);
        }

        Time.Advance(TimeSpan.FromHours(3));
        await EditListAsync("list", l => l with { Name = "better" });
        await using var services = new TestServices(Store, Time);
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That(await SweepsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SyncAll_InvalidSchedule_SaysWhyAndLeavesOthersAlone()
    {
        await AddListAsync("broken", ["a"], [Term("x")], new WatchSchedule { Cron = "0 0 25 * * ?" });
        await AddListAsync("nowhere", ["a"], [Term("x")], new WatchSchedule { TimeZone = "Europe/Atlantis" });
        await using var services = new TestServices(Store, Time);

        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That(services.Clock.Set.Keys, Is.EqualTo(["list"]));
        Assert.That((await StateAsync("broken"))!.Problem, Does.StartWith("The hours \"25\""));
        Assert.That((await StateAsync("nowhere"))!.Problem, Does.StartWith("The time zone \"Europe/Atlantis\""));
    }

    [Test]
    public async Task SyncAll_ListRemoved_ForgetsIt()
    {
        await using var services = new TestServices(Store, Time);
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        await Store.DeleteAsync(LedgerCollections.WatchLists, "list", version: null, CancellationToken.None);

        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That((services.Clock.Set.Count, await StateAsync("list")), Is.EqualTo((0, (ScheduleState?)null)));
    }

    [Test]
    public async Task Sync_LastNightStillRuns_IsRefusedVisibly()
    {
        await using var services = new TestServices(Store, Time);
        string running = await services.StartedAsync("list");
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Time.SetUtcNow(Two);
        await services.Keeper.SyncAllAsync(CancellationToken.None);
        await services.Keeper.SyncAllAsync(CancellationToken.None);

        Assert.That(await SweepsAsync(), Has.Count.EqualTo(1));
        Assert.That((await StateAsync("list"))!.LastRefusal, Does.StartWith($"Sweep {running} of this list has been running since"));
    }

    [Test]
    public async Task Sync_TwoSchedulersAtTheHour_StartOneSweep()
    {
        await using var other = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(other, Time);
        await one.Keeper.SyncAllAsync(CancellationToken.None);
        await two.Keeper.SyncAllAsync(CancellationToken.None);
        Time.SetUtcNow(Two);

        await Task.WhenAll(Task.Run(() => one.Keeper.SyncAllAsync(CancellationToken.None)), Task.Run(() => two.Keeper.SyncAllAsync(CancellationToken.None)));

        Assert.That(await SweepsAsync(), Has.Count.EqualTo(1));
    }

    private async Task<ScheduleState?> StateAsync(string list) =>
        (await Store.GetAsync(LedgerCollections.ScheduleStates, list, CancellationToken.None))?.Value;

    private async Task<IReadOnlyList<Sweep>> SweepsAsync() =>
        [.. (await Store.QueryAsync(LedgerCollections.Sweeps, new DocumentQuery(), CancellationToken.None)).Items.Select(s => s.Value)];
}
