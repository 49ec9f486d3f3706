using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Jobs;

/// <summary>The life of a job in a worker.</summary>
[CancelAfter(60_000)]
internal sealed class JobRunnerTests
{
    private RunnerBench _bench = null!;
    private HeldWeb _web = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _web = new HeldWeb();
        _bench = await RunnerBench.OpenAsync(_web);
    }

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task RunAsync_UnknownJob_DoesNothing()
    {
        await _bench.RunAsync("nobody");

        Assert.That(_web.Asked.IsCompleted, Is.False);
        Assert.That(_bench.Bus.Published, Is.Empty);
    }

    [Test]
    public async Task RunAsync_JobOfAnotherWorker_IsNotBegun()
    {
        var job = await _bench.SentAsync();
        await _bench.Jobs.Ledger.ClaimAsync(job.Id, "worker-2", RunnerBench.Lease, CancellationToken.None);

        await _bench.RunAsync(job.Id);

        Assert.That(_web.Asked.IsCompleted, Is.False);
        Assert.That((await _bench.JobAsync(job.Id)).WorkerId, Is.EqualTo("worker-2"));
        Assert.That(_bench.Bus.Published, Is.Empty);
    }

    [Test]
    public async Task RunAsync_WhileItRuns_HoldsTheLeaseAndNamesTheJobInHand()
    {
        var job = await _bench.SentAsync();
        var run = _bench.RunAsync(job.Id);
        await _web.Asked;

        var running = await _bench.JobAsync(job.Id);
        var inHand = _bench.Activity.Jobs;
        _web.Answer(RunnerBench.Rows());
        await run;

        Assert.That((running.State, running.WorkerId, running.LeaseUntil), Is.EqualTo((JobState.Running, "worker-1", JobBench.Night + RunnerBench.Lease)));
        Assert.That(inHand.Select(j => j.JobId), Is.EqualTo(new[] { job.Id }));
        Assert.That(_bench.Activity.Jobs, Is.Empty);
    }

    [Test]
    public async Task RunAsync_Done_ConcludesCountsAndTells()
    {
        var job = await _bench.SentAsync();
        _web.Answer(RunnerBench.Rows());

        await _bench.RunAsync(job.Id);

        var ended = await _bench.JobAsync(job.Id);
        Assert.That((ended.State, ended.Attempts, ended.WorkerId, ended.LeaseUntil), Is.EqualTo((JobState.Done, 1, default(string), default(DateTimeOffset?))));
        Assert.That(ended.Outcome!.Rows, Is.EqualTo(1));
        Assert.That(_bench.Activity.Tally.Done, Is.EqualTo(1));
        Assert.That(_bench.Published(), Is.EqualTo(new[] { nameof(JobLeftWorker) }));
        Assert.That(((JobLeftWorker)_bench.Bus.Published[0]).JobId, Is.EqualTo(job.Id));
    }

    [Test]
    public async Task RunAsync_EndedJob_IsNotDoneAgain()
    {
        var job = await _bench.SentAsync();
        _web.Answer(RunnerBench.Rows());
        await _bench.RunAsync(job.Id);

        await _bench.RunAsync(job.Id);

        Assert.That((await _bench.JobAsync(job.Id)).Attempts, Is.EqualTo(1));
        Assert.That(_bench.Bus.Published, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_CaptureOfANewListing_TellsOfTheListing()
    {
        var target = new CaptureTarget { ListingId = "market:1", SiteListingId = "1", Url = "http://127.0.0.1:9/ad/1", Reason = CaptureReason.New, Row = JobBench.Row("1", "row") };
        var job = JobBench.CaptureJob(target);
        await _bench.Jobs.Ledger.PlanAsync(job, CancellationToken.None);
        _bench.Jobs.Reader.Details["advert"] = new DetailReading { State = OutcomeKind.Ok, Title = "Ivoor beeld" };
        _web.Answer(new FetchOutcome.Ok(PlayedWeb.Page(target.Url, "advert")));

        await _bench.RunAsync(job.Id);

        Assert.That(_bench.Published(), Is.EqualTo(new[] { nameof(ListingCaptured), nameof(JobLeftWorker) }));
        var told = (ListingCaptured)_bench.Bus.Published[0];
        Assert.That((told.ListingId, told.Result, told.Title), Is.EqualTo(("market:1", CaptureResult.New, "Ivoor beeld")));
    }

    [Test]
    public async Task RunAsync_Throttled_PutsTheJobOffWithoutATry()
    {
        var job = await _bench.SentAsync();
        var later = JobBench.Night.AddMinutes(5);
        _web.Answer(new FetchOutcome.Throttled(later, "Retry-After: 300"));

        await _bench.RunAsync(job.Id);

        var waiting = await _bench.JobAsync(job.Id);
        Assert.That((waiting.State, waiting.DueAt, waiting.Attempts, waiting.Postponements), Is.EqualTo((JobState.Pending, later, 0, 1)));
        Assert.That((waiting.WorkerId, waiting.SentAt), Is.EqualTo((default(string), default(DateTimeOffset?))));
        Assert.That(_bench.Activity.Tally.PutOff, Is.EqualTo(1));
        Assert.That(_bench.Published(), Is.EqualTo(new[] { nameof(SiteTrouble), nameof(JobLeftWorker) }));
    }

    [Test]
    public async Task RunAsync_PassingFailure_TriesAgainLaterAndLaterAndThenFails()
    {
        var job = await _bench.PlannedAsync();
        _web.Answer(new FetchOutcome.Failed(OutcomeKind.NetworkError, "connection reset", Transient: true));
        var tries = new List<(JobState State, int Attempts, TimeSpan Wait)>();
        for (int i = 0; i < 3; i++)
        {
            await _bench.RunAsync(job.Id);
            var now = await _bench.JobAsync(job.Id);
            tries.Add((now.State, now.Attempts, now.IsTerminal ? TimeSpan.Zero : now.DueAt - _bench.Jobs.Clock.GetUtcNow()));
            _bench.Jobs.Clock.Advance(tries[i].Wait);
        }

        Assert.That(
            tries,
            Is.EqualTo(new[] { (JobState.Pending, 1, TimeSpan.FromSeconds(10)), (JobState.Pending, 2, TimeSpan.FromSeconds(20)), (JobState.Failed, 3, TimeSpan.Zero) }));
        Assert.That((_bench.Activity.Tally.PutOff, _bench.Activity.Tally.Failed), Is.EqualTo((2, 1)));
        Assert.That(_bench.Published().Count(m => m == nameof(SiteTrouble)), Is.EqualTo(3));
    }

    [Test]
    public async Task RunAsync_WaitingJobBeforeItsTime_IsNotBegun()
    {
        var job = await _bench.PlannedAsync();
        _web.Answer(new FetchOutcome.Failed(OutcomeKind.NetworkError, "connection reset", Transient: true));
        await _bench.RunAsync(job.Id);
        _bench.Jobs.Clock.Advance(TimeSpan.FromSeconds(9));

        await _bench.RunAsync(job.Id);

        Assert.That((await _bench.JobAsync(job.Id)).Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_LastingFailure_FailsAtOnce()
    {
        var job = await _bench.SentAsync();
        _web.Answer(new FetchOutcome.Failed(OutcomeKind.Blocked, "HTTP 403", Transient: false));

        await _bench.RunAsync(job.Id);

        var ended = await _bench.JobAsync(job.Id);
        Assert.That((ended.State, ended.Attempts, ended.Outcome!.Kind), Is.EqualTo((JobState.Failed, 1, OutcomeKind.Blocked)));
        Assert.That(_bench.Activity.Tally.Failed, Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_SiteGone_SkipsTheJob()
    {
        var job = await _bench.SentAsync();
        await _bench.Jobs.Store.DeleteAsync(LedgerCollections.Sites, JobBench.Site.Id, version: null, CancellationToken.None);

        await _bench.RunAsync(job.Id);

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Skipped));
        Assert.That(_bench.Activity.Tally.Skipped, Is.EqualTo(1));
        Assert.That(_web.Asked.IsCompleted, Is.False);
    }

    [Test]
    public async Task RunAsync_WorkerStopsInMidJob_HandsTheJobBackUntried()
    {
        using var stop = new CancellationTokenSource();
        var job = await _bench.SentAsync();
        var run = _bench.RunAsync(job.Id, stop.Token);
        await _web.Asked;

        await stop.CancelAsync();
        await run;

        var waiting = await _bench.JobAsync(job.Id);
        Assert.That((waiting.State, waiting.Attempts, waiting.WorkerId, waiting.DueAt), Is.EqualTo((JobState.Pending, 0, default(string), job.DueAt)));
        Assert.That((_bench.Activity.Tally.HandedBack, _bench.Activity.Jobs.Count), Is.EqualTo((1, 0)));
        Assert.That(_bench.Bus.Published, Is.Empty);
    }

    [Test]
    public async Task RunAsync_LeaseLost_EndsTheWorkAndLeavesTheJobToItsNewWorker()
    {
        var job = await _bench.SentAsync();
        var run = _bench.RunAsync(job.Id);
        await _web.Asked;
        await TakeAwayAsync(job.Id);

        _bench.Jobs.Clock.Advance(RunnerBench.Lease / 3);
        await run;

        var taken = await _bench.JobAsync(job.Id);
        Assert.That((taken.State, taken.WorkerId), Is.EqualTo((JobState.Running, "worker-2")));
        Assert.That(_bench.Bus.Published, Is.Empty);
        Assert.That(_bench.Activity.Tally.Done, Is.Zero);
    }

    [Test]
    public async Task RunAsync_EndsAfterAnotherWorkerTookTheJob_WritesCountsAndTellsNothing()
    {
        var job = await _bench.SentAsync();
        var run = _bench.RunAsync(job.Id);
        await _web.Asked;
        await TakeAwayAsync(job.Id);

        _web.Answer(RunnerBench.Rows());
        await run;

        var taken = await _bench.JobAsync(job.Id);
        Assert.That((taken.State, taken.WorkerId, taken.Outcome), Is.EqualTo((JobState.Running, "worker-2", default(JobOutcome))));
        Assert.That(_bench.Bus.Published, Is.Empty);
        Assert.That(_bench.Activity.Tally.Done, Is.Zero);
    }

    [Test]
    public async Task RunAsync_LongJob_KeepsItsLease()
    {
        var job = await _bench.SentAsync();
        var run = _bench.RunAsync(job.Id);
        await _web.Asked;

        // In small steps: a renewal sets its next timer only after it has been written.
        var longAfter = JobBench.Night + (3 * RunnerBench.Lease);
        await UntilAsync(async () =>
        {
            _bench.Jobs.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await _bench.JobAsync(job.Id)).LeaseUntil >= longAfter;
        });

        Assert.That(await _bench.Jobs.Ledger.ClaimAsync(job.Id, "worker-2", RunnerBench.Lease, CancellationToken.None), Is.Null, "two leases after the claim");
        _web.Answer(RunnerBench.Rows());
        await run;
        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Done));
    }

    [Test]
    public async Task RunAsync_SweepCancelledWhileItRuns_EndsAsItWould()
    {
        var job = await _bench.SentAsync();
        var run = _bench.RunAsync(job.Id);
        await _web.Asked;

        var stored = await _bench.Jobs.Store.GetAsync(LedgerCollections.Jobs, job.Id, CancellationToken.None);
        var cancelled = await _bench.Jobs.Ledger.CancelAsync(stored!, "by hand", CancellationToken.None);
        _web.Answer(RunnerBench.Rows());
        await run;

        Assert.That(cancelled, Is.Null);
        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Done));
    }

    [Test]
    public async Task RunAsync_CancelledJob_IsNotBegun()
    {
        var job = await _bench.SentAsync();
        var stored = await _bench.Jobs.Store.GetAsync(LedgerCollections.Jobs, job.Id, CancellationToken.None);
        await _bench.Jobs.Ledger.CancelAsync(stored!, "by hand", CancellationToken.None);

        await _bench.RunAsync(job.Id);

        Assert.That(_web.Asked.IsCompleted, Is.False);
        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Skipped));
    }

    [Test]
    public async Task RunAsync_BusThatDoesNotAnswer_IsNotWaitedForLong()
    {
        var job = await _bench.SentAsync();
        _bench.Bus.Silent = true;
        _web.Answer(RunnerBench.Rows());
        var run = _bench.RunAsync(job.Id);
        await UntilAsync(() => Task.FromResult(_bench.Bus.Published.Count == 1));

        _bench.Jobs.Clock.Advance(TimeSpan.FromSeconds(10));
        await run;

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Done));
    }

    private async Task TakeAwayAsync(string jobId)
    {
        await _bench.Jobs.Ledger.ReleaseAsync(await _bench.JobAsync(jobId), CancellationToken.None);
        await _bench.Jobs.Ledger.ClaimAsync(jobId, "worker-2", RunnerBench.Lease, CancellationToken.None);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.CurrentContext.CancellationToken);
        }
    }
}
