using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Sweeps;
using Crawler.Scheduler.Tests.Support;

namespace Crawler.Scheduler.Tests.Sweeps;

internal sealed class SweepPlannerTests : StoreFixture
{
    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a", languages: ["nl", "fr"]);
        await AddSiteAsync("b", languages: ["de"]);
        await AddListAsync(
            "ivory", ["a", "b"], [Term("ivoor", "nl"), Term("ivoor*", "nl"), Term("Elfenbein", "de"), Term("ivory"), Term("bone", search: false)]);
    }

    [Test]
    public async Task StartAsync_SitesOfSeveralLanguages_PlansTheFirstPagesTheyUnderstand()
    {
        await using var services = new TestServices(Store, Time);

        string id = await services.StartedAsync("ivory");

        var jobs = await services.JobsAsync();
        Assert.That(
            jobs.Select(j => $"{j.SiteId} {j.Search!.Query} {j.Search.Page}"), Is.EquivalentTo(["a ivoor 1", "a ivory 1", "b Elfenbein 1", "b ivory 1"]));
        Assert.That(jobs, Has.All.Matches<SweepJob>(j => j is { State: JobState.Pending, Priority: 10, Kind: JobKind.Search } && j.Id == SweepJob.SearchId(id, j.SiteId, j.Search!.Query, 1)));
        Assert.That(
            await services.SweepAsync(id),
            Has.Property(nameof(Sweep.State)).EqualTo(SweepState.Running).And.Property(nameof(Sweep.StartedAt)).EqualTo(Time.GetUtcNow()));
    }

    [Test]
    public async Task StartAsync_BySchedule_PlansWithNightlyPriority()
    {
        await using var services = new TestServices(Store, Time);

        await services.Planner.StartAsync(
            new StartSweep { WatchListId = "ivory", RequestedAt = Time.GetUtcNow(), Trigger = SweepTrigger.Schedule }, CancellationToken.None);

        Assert.That((await services.JobsAsync()).Select(j => j.Priority), Has.All.EqualTo(0));
    }

    [Test]
    public async Task StartAsync_SameInstantAgain_AnswersWithTheSameSweepAndPlansNothing()
    {
        await using var services = new TestServices(Store, Time);
        string first = await services.StartedAsync("ivory");
        var jobs = await services.JobsAsync();

        string second = await services.StartedAsync("ivory");

        Assert.That(second, Is.EqualTo(first));
        Assert.That((await services.JobsAsync()).Select(j => j.Id), Is.EquivalentTo(jobs.Select(j => j.Id)));
    }

    [Test]
    public async Task StartAsync_WhileOneRuns_RefusesAndNamesIt()
    {
        await using var services = new TestServices(Store, Time);
        string running = await services.StartedAsync("ivory");
        Time.Advance(TimeSpan.FromMinutes(5));

        var answer = await services.StartAsync("ivory");

        Assert.That(answer, Is.EqualTo(new SweepStart.Refused($"Sweep {running} of this list has been running since 2026-03-02 01:00:00 UTC.", running)));
    }

    [Test]
    public async Task StartAsync_AfterTheLastOneEnded_Accepts()
    {
        await using var services = new TestServices(Store, Time);
        await services.DriveAsync(await services.StartedAsync("ivory"), new FakeWorker(Store, new FakeWorld(), Time));

        Assert.That(await services.StartAsync("ivory"), Is.InstanceOf<SweepStart.Accepted>());
    }

    [Test]
    public async Task StartAsync_UnknownList_Refuses()
    {
        await using var services = new TestServices(Store, Time);

        Assert.That(await services.StartAsync("nothing"), Is.EqualTo(new SweepStart.Refused("There is no watch list \"nothing\".", null)));
    }

    [Test]
    public async Task StartAsync_SitesThatCannotBeAsked_AreReportedAsNotSeen()
    {
        await AddSiteAsync("off", enabled: false);
        await AddSiteAsync("greek", languages: ["el"]);
        await AddListAsync("mixed", ["off", "unknown", "greek"], [Term("ivoor", "nl"), Term("Elfenbein", "de")]);
        await using var services = new TestServices(Store, Time);

        string id = await services.StartedAsync("mixed");
        await services.Advancer.AdvanceAsync(id, CancellationToken.None);

        var sweep = await services.SweepAsync(id);
        Assert.That(sweep.State, Is.EqualTo(SweepState.Finished));
        Assert.That(
            sweep.Sites.Select(s => $"{s.SiteId} {s.Phase} {s.Outcome} {s.NotSeen.Single().Count}: {s.NotSeen.Single().Reason}"),
            Is.EqualTo(
            [
                "off Ended SiteDisabled 2: The site is switched off.",
                "unknown Ended SiteDisabled 2: No site \"unknown\" is known.",
                "greek Ended NotAsked 2: The list has no term to search for in a language of the site (el).",
            ]));
        Assert.That(services.Bus.Announced.Single().NotSeen, Is.EqualTo(6));
    }

    [Test]
    public async Task StartAsync_TwoSchedulersOnOneNight_StartOneSweep()
    {
        await using var other = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(other, Time);
        var night = new StartSweep { WatchListId = "ivory", RequestedAt = Time.GetUtcNow(), Trigger = SweepTrigger.Schedule };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Planner.StartAsync(night, CancellationToken.None))));

        Assert.That(answers.Distinct(), Is.EqualTo([new SweepStart.Accepted(Sweep.IdFor("ivory", Time.GetUtcNow()))]));
        Assert.That(await one.JobsAsync(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task StartAsync_ManyAskAtDifferentInstants_OnlyOneIsAccepted()
    {
        await using var other = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(other, Time);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Planner.StartAsync(
            new StartSweep { WatchListId = "ivory", RequestedAt = Time.GetUtcNow().AddSeconds(i) }, CancellationToken.None))));

        string accepted = answers.OfType<SweepStart.Accepted>().Single().SweepId;
        Assert.That(answers.OfType<SweepStart.Refused>().Select(r => r.RunningSweepId), Is.EqualTo(Enumerable.Repeat(accepted, 11)));
        Assert.That((await one.JobsAsync()).Select(j => j.SweepId), Is.EqualTo(Enumerable.Repeat(accepted, 4)));
    }

    [Test]
    public async Task StartAsync_ClaimWhoseTakerDied_HealsItAndRefusesTheNewcomer()
    {
        string dead = await LeaveClaimAsync();
        await using var services = new TestServices(Store, Time);
        Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await services.StartAsync("ivory");

        Assert.That(((SweepStart.Refused)answer).RunningSweepId, Is.EqualTo(dead));
        Assert.That(await services.JobsAsync(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Reconcile_ClaimOfARemovedList_ForgetsIt()
    {
        await LeaveClaimAsync();
        await Store.DeleteAsync(LedgerCollections.WatchLists, "ivory", version: null, CancellationToken.None);
        await using var services = new TestServices(Store, Time);

        await services.Reconciler.RunAsync(CancellationToken.None);

        Assert.That(await Store.GetAsync(LedgerCollections.SweepClaims, "ivory", CancellationToken.None), Is.Null);
    }

    private async Task<string> LeaveClaimAsync()
    {
        string id = Sweep.IdFor("ivory", Time.GetUtcNow());
        await PutAsync(LedgerCollections.SweepClaims, "ivory", new SweepClaim
        {
            WatchListId = "ivory",
            SweepId = id,
            Trigger = SweepTrigger.Manual,
            ScheduledFor = Time.GetUtcNow(),
            ClaimedAt = Time.GetUtcNow(),
        });
        return id;
    }
}
