using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Worker.Jobs;
using Crawler.Worker.Tests.Jobs.Support;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crawler.Worker.Tests.Jobs;

/// <summary>What a message on a site's queue leads to.</summary>
[CancelAfter(60_000)]
internal sealed class JobConsumerTests
{
    private RunnerBench _bench = null!;
    private HeldWeb _web = null!;
    private ApplicationLifetime _process = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _web = new HeldWeb();
        _process = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        _bench = await RunnerBench.OpenAsync(_web);
    }

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task Consume_JobToBeDone_DoesItThoughTheMessagesChannelHasClosed()
    {
        var job = await _bench.SentAsync();
        _web.Answer(RunnerBench.Rows());
        var context = PlayedBus.Bring(Message(job));

        await Consumer().Consume(context);

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Done));
        Assert.That(PlayedBus.Of(context).Published.Select(m => m.GetType()), Is.EqualTo(new[] { typeof(JobLeftWorker) }));
    }

    [Test]
    public async Task Consume_UnknownJob_IsDropped()
    {
        var context = PlayedBus.Bring(new RunSearch { JobId = "nobody", SentAt = JobBench.Night });

        await Consumer().Consume(context);

        Assert.That(_web.Asked.IsCompleted, Is.False);
        Assert.That(PlayedBus.Of(context).Published, Is.Empty);
    }

    [Test]
    public async Task Consume_JobThatHasEnded_IsDropped()
    {
        var job = await _bench.SentAsync();
        _web.Answer(RunnerBench.Rows());
        await _bench.RunAsync(job.Id);
        var context = PlayedBus.Bring(Message(job));

        await Consumer().Consume(context);

        Assert.That((await _bench.JobAsync(job.Id)).Attempts, Is.EqualTo(1));
        Assert.That(PlayedBus.Of(context).Published, Is.Empty);
    }

    [Test]
    public async Task Consume_SameMessageWhileTheJobRuns_IsDropped()
    {
        var job = await _bench.SentAsync();
        var first = Consumer().Consume(PlayedBus.Bring(Message(job)));
        await _web.Asked;

        await Consumer().Consume(PlayedBus.Bring(Message(job)));
        var running = await _bench.JobAsync(job.Id);
        _web.Answer(RunnerBench.Rows());
        await first.WaitAsync(TestContext.CurrentContext.CancellationToken);

        Assert.That(running.State, Is.EqualTo(JobState.Running));
        Assert.That((await _bench.JobAsync(job.Id)).Attempts, Is.EqualTo(1));
        Assert.That(_bench.Activity.Tally.Done, Is.EqualTo(1));
    }

    [Test]
    public async Task Consume_CaptureMessage_WakesTheRunnerToo()
    {
        var job = await _bench.SentAsync();
        _web.Answer(RunnerBench.Rows());

        await Consumer().Consume(PlayedBus.Bring(new CaptureListing { JobId = job.Id, SentAt = job.SentAt }));

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Done), "the ledger says what the job is, not the message");
    }

    [Test]
    public async Task Consume_WorkerThatStops_HandsItsSendingBackUnbegun()
    {
        var job = await _bench.SentAsync();
        _process.StopApplication();

        await Consumer().Consume(PlayedBus.Bring(Message(job)));

        var waiting = await _bench.JobAsync(job.Id);
        Assert.That((waiting.State, waiting.SentAt, waiting.Attempts), Is.EqualTo((JobState.Pending, default(DateTimeOffset?), 0)));
        Assert.That(_web.Asked.IsCompleted, Is.False);
    }

    [Test]
    public async Task Consume_WorkerThatStopsWithTheMessageOfAnEarlierSending_LeavesTheLaterOne()
    {
        var early = await _bench.SentAsync();
        await _bench.Jobs.Ledger.ReleaseAsync(early, CancellationToken.None);
        _bench.Jobs.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await _bench.SendAsync(early.Id);
        _process.StopApplication();

        await Consumer().Consume(PlayedBus.Bring(Message(early)));

        Assert.That(await _bench.JobAsync(early.Id), Is.EqualTo(late));
    }

    [Test]
    public async Task Consume_WorkerThatStopsWithAMessageWithoutInstant_HandsNothingBack()
    {
        var job = await _bench.SentAsync();
        _process.StopApplication();

        await Consumer().Consume(PlayedBus.Bring(new RunSearch { JobId = job.Id }));

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Sent));
    }

    [Test]
    public async Task Consume_WorkerStopsInMidJobWithTimeToFinish_FinishesIt()
    {
        var job = await _bench.SentAsync();
        var work = Consumer(finishWithin: TimeSpan.FromMinutes(5)).Consume(PlayedBus.Bring(Message(job)));
        await _web.Asked;

        _process.StopApplication();
        _web.Answer(RunnerBench.Rows());
        await work.WaitAsync(TestContext.CurrentContext.CancellationToken);

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Done));
    }

    [Test]
    public async Task Consume_WorkerStopsInMidJobWithoutTimeToFinish_HandsItBack()
    {
        var job = await _bench.SentAsync();
        var work = Consumer(finishWithin: TimeSpan.Zero).Consume(PlayedBus.Bring(Message(job)));
        await _web.Asked;

        _process.StopApplication();
        await work.WaitAsync(TestContext.CurrentContext.CancellationToken);

        Assert.That((await _bench.JobAsync(job.Id)).State, Is.EqualTo(JobState.Pending));
        Assert.That(_bench.Activity.Tally.HandedBack, Is.EqualTo(1));
    }

    private static RunSearch Message(SweepJob sent) => new() { JobId = sent.Id, SentAt = sent.SentAt };

    private JobConsumer Consumer(TimeSpan? finishWithin = null)
    {
        _bench.Options.Value.FinishWithin = finishWithin ?? TimeSpan.FromSeconds(15);
        return new JobConsumer(_bench.Runner, _bench.Jobs.Ledger, _process, _bench.Options);
    }
}
