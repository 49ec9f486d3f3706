using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Worker.Jobs;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Jobs;

internal sealed class JobLedgerTests
{
    private JobBench _bench = null!;

    [SetUp]
    public async Task OpenAsync() => _bench = await JobBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task ClaimAsync_ManyAtOnce_OneGetsIt()
    {
        var job = JobBench.SearchJob();
        await _bench.Ledger.PlanAsync(job, CancellationToken.None);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None)));

        Assert.That(claims.Count(c => c is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task ClaimAsync_LeaseRunOut_TakesItOver()
    {
        var job = JobBench.SearchJob();
        await _bench.Ledger.PlanAsync(job, CancellationToken.None);
        await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None);
        Assert.That(await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None), Is.Null);

        _bench.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None), Is.Not.Null);
    }

    [Test]
    public async Task ClaimAsync_NotDueYet_Waits()
    {
        var job = JobBench.SearchJob() with { DueAt = JobBench.Night.AddMinutes(5) };
        await _bench.Ledger.PlanAsync(job, CancellationToken.None);

        Assert.That(await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task ConcludeAsync_AfterTheJobWasTakenOver_ChangesNothing()
    {
        var job = JobBench.SearchJob();
        await _bench.Ledger.PlanAsync(job, CancellationToken.None);
        var lost = await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None);
        _bench.Clock.Advance(TimeSpan.FromMinutes(2));
        var held = await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None);

        var concluded = await _bench.Ledger.ConcludeAsync(lost!, new JobVerdict.Done(new JobOutcome { Kind = OutcomeKind.Ok }), CancellationToken.None);

        Assert.That(concluded, Is.Null);
        var stored = await _bench.GetAsync(HouseCollections.Jobs, job.Id);
        Assert.That(stored!.State, Is.EqualTo(JobState.Running));
        Assert.That(stored.StartedAt, Is.EqualTo(held!.StartedAt));
    }

    [Test]
    public async Task ReleaseAsync_HandsItBackUntried()
    {
        var job = JobBench.SearchJob();
        await _bench.Ledger.PlanAsync(job, CancellationToken.None);
        var claimed = await _bench.Ledger.ClaimAsync(job.Id, CancellationToken.None);

        await _bench.Ledger.ReleaseAsync(claimed!, CancellationToken.None);

        var stored = await _bench.GetAsync(HouseCollections.Jobs, job.Id);
        Assert.That(stored!.State, Is.EqualTo(JobState.Pending));
        Assert.That(stored.Attempts, Is.Zero);
    }
}
