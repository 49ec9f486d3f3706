using Crawler.Contracts.Sweeps;

namespace Crawler.Worker.Jobs;

/// <summary>What a verdict makes of a job: the one place that counts attempts and postponements.</summary>
internal static class JobConclusion
{
    public static SweepJob Apply(SweepJob job, JobVerdict verdict, WorkerOptions options, DateTimeOffset now)
    {
        var free = job with { WorkerId = null, LeaseUntil = null, Outcome = verdict.Outcome with { Duration = now - (job.StartedAt ?? now) } };
        return verdict switch
        {
            JobVerdict.Done => End(free, JobState.Done, now) with { Attempts = job.Attempts + 1 },
            JobVerdict.Skipped => End(free, JobState.Skipped, now),
            JobVerdict.Postponed p when job.Postponements >= options.MaxPostponements =>
                End(free, JobState.Failed, now) with { Outcome = free.Outcome with { Detail = $"{p.Outcome.Detail}; put off {job.Postponements} times" } },
            JobVerdict.Postponed p => Again(free, p.DueAt) with { Postponements = job.Postponements + 1 },
            JobVerdict.Failed { Transient: true } when job.Attempts + 1 < options.MaxAttempts =>
                Again(free, now + (options.RetryDelay * Math.Pow(2, job.Attempts))) with { Attempts = job.Attempts + 1 },
            _ => End(free, JobState.Failed, now) with { Attempts = job.Attempts + 1 },
        };
    }

    private static SweepJob End(SweepJob job, JobState state, DateTimeOffset now) => job with { State = state, EndedAt = now };

    private static SweepJob Again(SweepJob job, DateTimeOffset dueAt) =>
        job with { State = JobState.Pending, DueAt = dueAt, SentAt = null, StartedAt = null };
}
