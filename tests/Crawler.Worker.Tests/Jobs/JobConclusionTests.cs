using Crawler.Contracts.Sweeps;
using Crawler.Worker.Jobs;

namespace Crawler.Worker.Tests.Jobs;

internal sealed class JobConclusionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 10, TimeSpan.Zero);
    private static readonly WorkerOptions Options = new() { MaxAttempts = 3, MaxPostponements = 2, RetryDelay = TimeSpan.FromSeconds(10) };

    [Test]
    public void Apply_Done_EndsTheJobAndFreesTheLease()
    {
        var job = JobConclusion.Apply(Running(), new JobVerdict.Done(Outcome(OutcomeKind.Ok)), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Done));
        Assert.That(job.EndedAt, Is.EqualTo(Now));
        Assert.That(job.WorkerId, Is.Null);
        Assert.That(job.LeaseUntil, Is.Null);
        Assert.That(job.Outcome!.Duration, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void Apply_Throttled_PostponesWithoutBurningAnAttempt()
    {
        var due = Now.AddMinutes(3);

        var job = JobConclusion.Apply(Running(), new JobVerdict.Postponed(Outcome(OutcomeKind.Throttled), due), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Pending));
        Assert.That(job.DueAt, Is.EqualTo(due));
        Assert.That(job.Attempts, Is.Zero);
        Assert.That(job.Postponements, Is.EqualTo(1));
    }

    [Test]
    public void Apply_ThrottledTooOften_FailsAndSaysHowOften()
    {
        var job = JobConclusion.Apply(Running() with { Postponements = 2 }, new JobVerdict.Postponed(Outcome(OutcomeKind.Throttled), Now), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Failed));
        Assert.That(job.Outcome!.Kind, Is.EqualTo(OutcomeKind.Throttled));
        Assert.That(job.Outcome.Detail, Does.Contain("put off 2 times"));
    }

    [TestCase(0, 10)]
    [TestCase(1, 20)]
    public void Apply_TransientFailure_TriesAgainLaterEachTime(int attempts, int seconds)
    {
        var job = JobConclusion.Apply(Running() with { Attempts = attempts }, new JobVerdict.Failed(Outcome(OutcomeKind.Timeout), Transient: true), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Pending));
        Assert.That(job.Attempts, Is.EqualTo(attempts + 1));
        Assert.That(job.DueAt, Is.EqualTo(Now.AddSeconds(seconds)));
    }

    [Test]
    public void Apply_TransientFailureOnTheLastAttempt_Fails()
    {
        var job = JobConclusion.Apply(Running() with { Attempts = 2 }, new JobVerdict.Failed(Outcome(OutcomeKind.Timeout), Transient: true), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Failed));
        Assert.That(job.Attempts, Is.EqualTo(3));
    }

    [Test]
    public void Apply_LastingFailure_IsNotTriedAgain()
    {
        var job = JobConclusion.Apply(Running(), new JobVerdict.Failed(Outcome(OutcomeKind.Captcha), Transient: false), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Failed));
    }

    [Test]
    public void Apply_Skipped_CountsNoAttempt()
    {
        var job = JobConclusion.Apply(Running(), new JobVerdict.Skipped(Outcome(OutcomeKind.RobotsDisallowed)), Options, Now);

        Assert.That(job.State, Is.EqualTo(JobState.Skipped));
        Assert.That(job.Attempts, Is.Zero);
    }

    private static JobOutcome Outcome(OutcomeKind kind) => new() { Kind = kind, Detail = "detail" };

    private static SweepJob Running() => new()
    {
        Id = "j",
        SweepId = "s",
        WatchListId = "w",
        SiteId = "site",
        Kind = JobKind.Search,
        State = JobState.Running,
        WorkerId = "worker",
        LeaseUntil = Now.AddSeconds(50),
        StartedAt = Now.AddSeconds(-10),
        CreatedAt = Now.AddMinutes(-1),
        DueAt = Now.AddMinutes(-1),
    };
}
