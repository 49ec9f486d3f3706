using Crawler.Contracts.Sweeps;

namespace Crawler.Ledger.Jobs;

/// <summary>
/// Every change of a job's state: from which states it may be made, and what it resets. Nothing else changes a <see cref="SweepJob"/>. Pure:
/// <see cref="JobLedger"/> writes what these say, by compare-and-set.
/// <code>
///            Plan            Send            Claim           Conclude
///   (nothing) -> Pending ---------> Sent ---------> Running ---------> Done, Failed, Skipped
///                  ^  |               |  |            |  ^ |
///                  |  +-- Cancel --> Skipped &lt;-------- |  +-+ Renew
///                  +-- Release, Recover --+-----------+     Conclude (postponed, to be tried again): back to Pending
/// </code>
/// A method gives null when the job's state does not allow the change.
/// </summary>
public static class JobTransitions
{
    /// <summary>A search page to read.</summary>
    /// <param name="origin">The sweep and site it belongs to, and how urgent it is.</param>
    public static SweepJob Plan(JobOrigin origin, SearchTarget search, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(search);
        return Plan(origin, SweepJob.SearchId(origin.SweepId, origin.SiteId, search.Query, search.Page), JobKind.Search, now) with { Search = search };
    }

    /// <summary>An advert to capture.</summary>
    /// <param name="origin">The sweep and site it belongs to, and how urgent it is.</param>
    public static SweepJob Plan(JobOrigin origin, CaptureTarget capture, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(capture);
        return Plan(origin, SweepJob.CaptureId(origin.SweepId, capture.ListingId), JobKind.Capture, now) with { Capture = capture };
    }

    /// <summary>Pending: it goes on the bus. Whether it is due is the dispatcher's question, which asks the ledger's index.</summary>
    public static SweepJob? Send(SweepJob job, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.State is JobState.Pending ? job with { State = JobState.Sent, SentAt = now } : null;
    }

    /// <summary>Sent, pending and due, or running with a lease that has run out: a worker takes it.</summary>
    public static SweepJob? Claim(SweepJob job, string workerId, TimeSpan lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        bool free = job.State switch
        {
            JobState.Sent => true,
            JobState.Pending => job.DueAt <= now,
            JobState.Running => job.LeaseUntil < now,
            _ => false,
        };
        return free ? job with { State = JobState.Running, WorkerId = workerId, StartedAt = now, LeaseUntil = now + lease } : null;
    }

    /// <summary>Running: its worker keeps it for another lease.</summary>
    public static SweepJob? Renew(SweepJob job, TimeSpan lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.State is JobState.Running ? job with { LeaseUntil = now + lease } : null;
    }

    /// <summary>Sent or running: handed back untried, by who holds it. It keeps its place in the order.</summary>
    public static SweepJob? Release(SweepJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.State is JobState.Sent or JobState.Running ? Waiting(job, job.DueAt) : null;
    }

    /// <summary>
    /// Running: what its worker made of it. It ends, or waits to be tried again: postponed jobs until <see cref="JobVerdict.Postponed.DueAt"/>, at most
    /// <see cref="JobLimits.MaxPostponements"/> times; those that failed for a passing reason after <see cref="JobLimits.RetryDelay"/>, doubled each time.
    /// </summary>
    public static SweepJob? Conclude(SweepJob job, JobVerdict verdict, JobLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(limits);
        if (job.State is not JobState.Running)
        {
            return null;
        }

        var outcome = verdict.Outcome with { Duration = now - (job.StartedAt ?? now) };
        var tried = job with { Attempts = job.Attempts + 1 };
        return verdict switch
        {
            JobVerdict.Done => End(tried, JobState.Done, outcome, now),
            JobVerdict.Skipped => End(job, JobState.Skipped, outcome, now),
            JobVerdict.Postponed postponed => Postpone(job, outcome, postponed.DueAt, limits, now),
            JobVerdict.Failed { Transient: true } when tried.Attempts < limits.MaxAttempts =>
                Waiting(tried, now + (limits.RetryDelay * Math.Pow(2, job.Attempts))) with { Outcome = outcome },
            _ => End(tried, JobState.Failed, outcome, now),
        };
    }

    /// <summary>
    /// Sent: lost on the way, to be sent again. Running: its worker is gone, and with it one of <paramref name="maxLostLeases"/> lives; after the last the
    /// job fails, since it may be what kills workers.
    /// </summary>
    public static SweepJob? Recover(SweepJob job, int maxLostLeases, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        switch (job.State)
        {
            case JobState.Sent:
                return Waiting(job, job.DueAt);
            case JobState.Running:
                var lost = job with { LostLeases = job.LostLeases + 1 };
                return lost.LostLeases < maxLostLeases
                    ? Waiting(lost, now)
                    : End(
                        lost,
                        JobState.Failed,
                        new JobOutcome
                        {
                            Kind = OutcomeKind.InternalError,
                            Detail = $"{lost.LostLeases} workers died with this job in hand",
                            Url = job.Capture?.Url ?? job.Search?.Url,
                        },
                        now);
            default:
                return null;
        }
    }

    /// <summary>Pending or sent: nobody has begun it, and its sweep was cancelled.</summary>
    public static SweepJob? Cancel(SweepJob job, string? reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.State is JobState.Pending or JobState.Sent
            ? End(
                job,
                JobState.Skipped,
                new JobOutcome { Kind = OutcomeKind.NotAsked, Detail = $"the sweep was cancelled: {reason ?? "no reason stated"}", Url = job.Capture?.Url },
                now)
            : null;
    }

    private static SweepJob Plan(JobOrigin origin, string id, JobKind kind, DateTimeOffset now) => new()
    {
        Id = id,
        SweepId = origin.SweepId,
        WatchListId = origin.WatchListId,
        SiteId = origin.SiteId,
        Kind = kind,
        State = JobState.Pending,
        Priority = origin.Priority,
        CreatedAt = now,
        DueAt = now,
    };

    private static SweepJob Postpone(SweepJob job, JobOutcome outcome, DateTimeOffset dueAt, JobLimits limits, DateTimeOffset now) =>
        job.Postponements >= limits.MaxPostponements
            ? End(job, JobState.Failed, outcome with { Detail = $"{outcome.Detail}; put off {job.Postponements} times" }, now)
            : Waiting(job, dueAt) with { Outcome = outcome, Postponements = job.Postponements + 1 };

    /// <summary>Back to pending: the one place that says what a waiting job does not have.</summary>
    private static SweepJob Waiting(SweepJob job, DateTimeOffset dueAt) =>
        job with { State = JobState.Pending, DueAt = dueAt, SentAt = null, StartedAt = null, WorkerId = null, LeaseUntil = null };

    private static SweepJob End(SweepJob job, JobState state, JobOutcome outcome, DateTimeOffset now) =>
        job with { State = state, EndedAt = now, WorkerId = null, LeaseUntil = null, Outcome = outcome };
}
