using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Tests.Reconciling;

internal sealed class ReconcilerTests : StoreFixture
{
    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddSiteAsync("b");
        await AddListAsync("list", ["a", "b"], [Term("one"), Term("two")]);
    }

    [Test]
    public async Task Run_LeaseRunsOut_SendsTheJobAgain()
    {
        await using var services = new TestServices(Store, Time);
        var (job, worker) = await TakeOneAsync(services);
        Time.Advance(TimeSpan.FromSeconds(59));
        await services.Reconciler.RunAsync(CancellationToken.None);
        Assert.That((await JobAsync(job.Id)).State, Is.EqualTo(JobState.Running));

        Time.Advance(TimeSpan.FromSeconds(2));
        await services.Reconciler.RunAsync(CancellationToken.None);

        var lost = await JobAsync(job.Id);
        Assert.That(
            (lost.State, lost.LostLeases, lost.Attempts, lost.WorkerId, lost.LeaseUntil),
            Is.EqualTo((JobState.Pending, 1, 1, (string?)null, (DateTimeOffset?)null)));
        await services.Loop.HandleChangesAsync(CancellationToken.None);
        Assert.That(services.Bus.TakeSent().Select(j => j.Id), Has.Member(job.Id));
        Assert.That(await worker.TakeAsync(job.Id), Is.Not.Null);
    }

    [Test]
    public async Task Run_JobKillsWorkerAfterWorker_IsGivenUpAndTheSweepEnds()
    {
        await using var services = new TestServices(Store, Time, o => o.MaxLostLeases = 3);
        string id = await services.StartedAsync("list");
        var worker = new FakeWorker(Store, new FakeWorld(), Time);
        string deadly = SweepJob.SearchId(id, "a", "one", 1);
        for (int deaths = 0; deaths < 3; deaths++)
        {
            Assert.That(await worker.TakeAsync(deadly), Is.Not.Null);
            Time.Advance(TimeSpan.FromMinutes(2));
            await services.Reconciler.RunAsync(CancellationToken.None);
        }

        await services.DriveAsync(id, worker);

        var job = await JobAsync(deadly);
        Assert.That(
            (job.State, job.Outcome!.Kind, job.Outcome.Detail),
            Is.EqualTo((JobState.Failed, OutcomeKind.InternalError, "3 workers died with this job in hand")));
        Assert.That((await services.SweepAsync(id)).Sites[0].NotSeen.Single().Outcome, Is.EqualTo(OutcomeKind.InternalError));
    }

    [Test]
    public async Task Run_SentJobNeverBegun_IsSentAgainAfterAWhile()
    {
        await using var services = new TestServices(Store, Time);
        await services.StartedAsync("list");
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        services.Bus.TakeSent();

        Time.Advance(TimeSpan.FromSeconds(119));
        await services.Reconciler.RunAsync(CancellationToken.None);
        Assert.That((await services.JobsAsync()).Select(j => j.State), Has.All.EqualTo(JobState.Sent));

        Time.Advance(TimeSpan.FromSeconds(2));
        await services.Reconciler.RunAsync(CancellationToken.None);
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        Assert.That(services.Bus.TakeSent(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Run_SentJobWaitsBehindABusyWorker_IsSentAgainOnlyWhenItsMessageHasExpired()
    {
        await using var services = new TestServices(Store, Time);
        var (held, _) = await TakeOneAsync(services);
        services.Bus.TakeSent();
        await RenewAsync(held.Id);

        Time.Advance(TimeSpan.FromMinutes(15));
        await RenewAsync(held.Id);
        await services.Reconciler.RunAsync(CancellationToken.None);
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        Assert.That(services.Bus.TakeSent().Select(j => j.SiteId), Is.EqualTo(["b", "b"]));

        Time.Advance(TimeSpan.FromMinutes(2));
        await RenewAsync(held.Id);
        await services.Reconciler.RunAsync(CancellationToken.None);
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        Assert.That(services.Bus.TakeSent().Where(j => j.SiteId == "a"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task RunAtStart_OneProcessOwnsEverything_TakesAllJobsBackAtOnce()
    {
        await using var services = new TestServices(Store, Time);
        await TakeOneAsync(services);

        await using var reborn = new TestServices(Store, Time, o => o.RecoverAllAtStart = true);
        await reborn.Reconciler.RunAtStartAsync(CancellationToken.None);

        var jobs = await reborn.JobsAsync();
        Assert.That(jobs.Select(j => j.State), Has.All.EqualTo(JobState.Pending));
        Assert.That(jobs.Sum(j => j.LostLeases), Is.EqualTo(1));
    }

    [Test]
    public async Task RunAtStart_OthersAreAtWork_LeavesTheirJobsAlone()
    {
        await using var services = new TestServices(Store, Time);
        await TakeOneAsync(services);

        await using var second = new TestServices(Store, Time);
        await second.Reconciler.RunAtStartAsync(CancellationToken.None);

        Assert.That(
            (await second.JobsAsync()).CountBy(j => j.State).ToDictionary(),
            Is.EqualTo(new Dictionary<JobState, int> { [JobState.Sent] = 3, [JobState.Running] = 1 }));
    }

    [Test]
    public async Task Run_EndNotAnnounced_AnnouncesItLater()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("list");
        var worker = new FakeWorker(Store, new FakeWorld(), Time);
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        foreach (var job in services.Bus.TakeSent())
        {
            await worker.HandleAsync(job);
        }

        services.Bus.Down = true;
        await services.Advancer.AdvanceAsync(id, CancellationToken.None);
        Assert.That((await services.SweepAsync(id)).State, Is.EqualTo(SweepState.Finished));
        services.Bus.Down = false;
        Time.Advance(TimeSpan.FromMinutes(2));
        await services.Reconciler.RunAsync(CancellationToken.None);
        await services.Reconciler.RunAsync(CancellationToken.None);

        Assert.That(services.Bus.Announced.Select(a => a.SweepId), Is.EqualTo([id]));
    }

    [Test]
    public async Task Run_TwoReconcilers_LoseALeaseOnce()
    {
        await using var other = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(other, Time);
        var (job, _) = await TakeOneAsync(one);
        Time.Advance(TimeSpan.FromMinutes(1.5));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Reconciler.RunAsync(CancellationToken.None))));

        Assert.That((await JobAsync(job.Id)).LostLeases, Is.EqualTo(1));
    }

    private static async Task<(SweepJob Job, FakeWorker Worker)> TakeOneAsync(TestServices services)
    {
        await services.StartedAsync("list");
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        var worker = new FakeWorker(services.Store, new FakeWorld(), services.Time);
        return ((await worker.TakeAsync(services.Bus.TakeSent().First(j => j.SiteId == "a").Id))!, worker);
    }

    private Task RenewAsync(string jobId) => Store.UpdateAsync(
        LedgerCollections.Jobs, jobId, j => j! with { LeaseUntil = Time.GetUtcNow().AddMinutes(1) }, CancellationToken.None);

    private async Task<SweepJob> JobAsync(string jobId) => (await Store.GetAsync(LedgerCollections.Jobs, jobId, CancellationToken.None))!.Value;
}
