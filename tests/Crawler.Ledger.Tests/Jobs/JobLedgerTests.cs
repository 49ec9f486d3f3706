using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Ledger.Tests.Jobs;

internal sealed class JobLedgerTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly JobLimits Limits = new(MaxAttempts: 3, MaxPostponements: 6, RetryDelay: TimeSpan.FromSeconds(10));
    private static readonly JobVerdict Done = new JobVerdict.Done(new JobOutcome { Kind = OutcomeKind.Ok });

    private FakeTimeProvider _clock = null!;
    private TemporaryFolder _folder = null!;
    private SqliteDocumentStore _store = null!;
    private JobLedger _ledger = null!;

    private static CancellationToken Cancel => CancellationToken.None;

    [SetUp]
    public async Task OpenAsync()
    {
        _clock = new FakeTimeProvider(Night);
        _folder = new TemporaryFolder();
        _store = await SqliteDocumentStore.OpenAsync(Path.Combine(_folder.Path, "store.db"));
        await _store.EnsureAsync(LedgerCollections.Jobs, Cancel);
        _ledger = new JobLedger(_store, _clock);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task PlanAsync_Twice_PlansOnce()
    {
        var job = Job();

        Assert.That(await _ledger.PlanAsync(job, Cancel), Is.True);
        Assert.That(await _ledger.PlanAsync(job with { Priority = 10 }, Cancel), Is.False);
        Assert.That((await StoredAsync(job.Id)).Value.Priority, Is.Zero);
    }

    [Test]
    public async Task ClaimAsync_ManyAtOnce_OneGetsIt()
    {
        var job = await PlannedAsync();

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => _ledger.ClaimAsync(job.Id, $"worker-{n}", Lease, Cancel)));

        Assert.That(claims.Count(c => c is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task ClaimAsync_LeaseRunOut_TakesItOver()
    {
        var job = await PlannedAsync();
        await _ledger.ClaimAsync(job.Id, "worker-1", Lease, Cancel);
        Assert.That(await _ledger.ClaimAsync(job.Id, "worker-2", Lease, Cancel), Is.Null);

        _clock.Advance(Lease * 2);

        Assert.That((await _ledger.ClaimAsync(job.Id, "worker-2", Lease, Cancel))?.WorkerId, Is.EqualTo("worker-2"));
    }

    [Test]
    public async Task RenewAsync_Held_KeepsItFromOthers()
    {
        var job = await PlannedAsync();
        var held = await _ledger.ClaimAsync(job.Id, "worker-1", Lease, Cancel);
        for (int i = 0; i < 5; i++)
        {
            _clock.Advance(Lease * 0.7);
            Assert.That(await _ledger.RenewAsync(held!, Lease, Cancel), Is.True);
        }

        Assert.That(await _ledger.ClaimAsync(job.Id, "worker-2", Lease, Cancel), Is.Null);
    }

    [Test]
    public async Task LostJob_ItsFormerWorker_ChangesNothingAnyMore()
    {
        var job = await PlannedAsync();
        var lost = await _ledger.ClaimAsync(job.Id, "worker-1", Lease, Cancel);
        _clock.Advance(Lease * 2);
        var held = await _ledger.ClaimAsync(job.Id, "worker-2", Lease, Cancel);

        Assert.That(await _ledger.ConcludeAsync(lost!, Done, Limits, Cancel), Is.Null);
        Assert.That(await _ledger.ReleaseAsync(lost!, Cancel), Is.Null);
        Assert.That(await _ledger.RenewAsync(lost!, Lease, Cancel), Is.False);
        Assert.That((await StoredAsync(job.Id)).Value, Is.EqualTo(held));
    }

    [Test]
    public async Task ReleaseAsync_SentAgainMeanwhile_LeavesTheLaterSending()
    {
        var job = await PlannedAsync();
        var first = await _ledger.SendAsync(await StoredAsync(job.Id), Cancel);
        await _ledger.RecoverAsync(await StoredAsync(job.Id), maxLostLeases: 3, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = await _ledger.SendAsync(await StoredAsync(job.Id), Cancel);

        Assert.That(await _ledger.ReleaseAsync(first!, Cancel), Is.Null);
        Assert.That((await StoredAsync(job.Id)).Value, Is.EqualTo(second));
    }

    [Test]
    public async Task ReturnAsync_MessageOfAnEarlierSending_LeavesTheLaterOne()
    {
        var job = await PlannedAsync();
        var first = await _ledger.SendAsync(await StoredAsync(job.Id), Cancel);
        await _ledger.ReleaseAsync(first!, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = await _ledger.SendAsync(await StoredAsync(job.Id), Cancel);

        Assert.That(await _ledger.ReturnAsync(job.Id, first!.SentAt!.Value, Cancel), Is.Null);
        Assert.That((await _ledger.ReturnAsync(job.Id, second!.SentAt!.Value, Cancel))?.State, Is.EqualTo(JobState.Pending));
    }

    [Test]
    public async Task SendAsync_ChangedMeanwhile_IsNotSent()
    {
        var job = await PlannedAsync();
        var waiting = await StoredAsync(job.Id);
        await _ledger.CancelAsync(waiting, "a mistake", Cancel);

        Assert.That(await _ledger.SendAsync(waiting, Cancel), Is.Null);
    }

    private static SweepJob Job() =>
        JobTransitions.Plan(new JobOrigin("sweep", "list", "site", Priority: 0), new SearchTarget { Query = "ivory", Page = 1 }, Night);

    private async Task<SweepJob> PlannedAsync()
    {
        var job = Job();
        await _ledger.PlanAsync(job, Cancel);
        return job;
    }

    private async Task<Stored<SweepJob>> StoredAsync(string id) => (await _store.GetAsync(LedgerCollections.Jobs, id, Cancel))!;
}
