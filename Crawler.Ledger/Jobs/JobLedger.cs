using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Jobs;

/// <summary>
/// Writes the changes of <see cref="JobTransitions"/>, each by compare-and-set: a job sent twice is done once, and who has lost a job changes nothing any
/// more.
/// </summary>
public sealed class JobLedger(IDocumentStore store, TimeProvider time)
{
    /// <summary>Puts a job into the ledger. Planning it twice plans it once.</summary>
    /// <returns>False: it was there.</returns>
    public Task<bool> PlanAsync(SweepJob job, CancellationToken cancellationToken) =>
        store.InsertIfAbsentAsync(LedgerCollections.Jobs, job, cancellationToken);

    /// <summary>Marks a waiting job as sent, before it is.</summary>
    /// <returns>Null: somebody else has changed it meanwhile.</returns>
    public Task<SweepJob?> SendAsync(Stored<SweepJob> waiting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return ChangeAsync(waiting, JobTransitions.Send(waiting.Value, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Takes the job, unless it has ended or another worker holds a live lease on it.</summary>
    /// <returns>Null: nothing to do.</returns>
    public Task<SweepJob?> ClaimAsync(string jobId, string workerId, TimeSpan lease, CancellationToken cancellationToken) =>
        ChangeAsync(jobId, job => JobTransitions.Claim(job, workerId, lease, time.GetUtcNow()), cancellationToken);

    /// <summary>Keeps the lease for another <paramref name="lease"/>.</summary>
    /// <returns>False: the job is no longer this worker's.</returns>
    public async Task<bool> RenewAsync(SweepJob held, TimeSpan lease, CancellationToken cancellationToken) =>
        await ChangeHeldAsync(held, job => JobTransitions.Renew(job, lease, time.GetUtcNow()), cancellationToken) is not null;

    /// <summary>Writes how the job ended, or when it is due again.</summary>
    /// <returns>The job as it now stands. Null: it was no longer this worker's.</returns>
    public Task<SweepJob?> ConcludeAsync(SweepJob held, JobVerdict verdict, JobLimits limits, CancellationToken cancellationToken) =>
        ChangeHeldAsync(held, job => JobTransitions.Conclude(job, verdict, limits, time.GetUtcNow()), cancellationToken);

    /// <summary>
    /// Hands a job back untried: one in hand when its worker stops, or one that was marked as sent and did not go out. A job that has moved on is left alone.
    /// </summary>
    public Task<SweepJob?> ReleaseAsync(SweepJob held, CancellationToken cancellationToken) =>
        ChangeHeldAsync(held, JobTransitions.Release, cancellationToken);

    /// <summary>Hands back a job that was sent at that instant and not begun, so that another worker gets it at once.</summary>
    public Task<SweepJob?> ReturnAsync(string jobId, DateTimeOffset? sentAt, CancellationToken cancellationToken) =>
        ChangeAsync(jobId, job => job is { State: JobState.Sent } && job.SentAt == sentAt ? JobTransitions.Release(job) : null, cancellationToken);

    /// <summary>Brings back a job that was lost on the way or with its worker.</summary>
    /// <returns>Null: somebody else has changed it meanwhile.</returns>
    public Task<SweepJob?> RecoverAsync(Stored<SweepJob> lost, int maxLostLeases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lost);
        return ChangeAsync(lost, JobTransitions.Recover(lost.Value, maxLostLeases, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Skips a job that nobody has begun.</summary>
    /// <returns>Null: somebody else has changed it meanwhile.</returns>
    public Task<SweepJob?> CancelAsync(Stored<SweepJob> waiting, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return ChangeAsync(waiting, JobTransitions.Cancel(waiting.Value, reason, time.GetUtcNow()), cancellationToken);
    }

    private async Task<SweepJob?> ChangeAsync(Stored<SweepJob> from, SweepJob? to, CancellationToken cancellationToken) =>
        to is not null && await store.ReplaceIfVersionAsync(LedgerCollections.Jobs, to, from.Version, cancellationToken) ? to : null;

    private async Task<SweepJob?> ChangeAsync(string jobId, Func<SweepJob, SweepJob?> change, CancellationToken cancellationToken)
    {
        while (await store.GetAsync(LedgerCollections.Jobs, jobId, cancellationToken) is { } stored)
        {
            var changed = change(stored.Value);
            if (changed is null || await store.ReplaceIfVersionAsync(LedgerCollections.Jobs, changed, stored.Version, cancellationToken))
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>Changes a job while it is still the one that was sent or taken.</summary>
    private async Task<SweepJob?> ChangeHeldAsync(SweepJob held, Func<SweepJob, SweepJob?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await ChangeAsync(held.Id, job => IsSame(job, held) ? change(job) : null, cancellationToken);
            }
            catch (StoreException unknown) when (unknown.Problem is StoreProblem.Uncertain)
            {
                // Looked at again: if the change was made, the job is not in that state any more, or carries the longer lease.
            }
        }
    }

    private static bool IsSame(SweepJob job, SweepJob held) =>
        job.State == held.State && job.WorkerId == held.WorkerId && job.StartedAt == held.StartedAt && job.SentAt == held.SentAt;
}
