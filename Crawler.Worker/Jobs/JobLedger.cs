using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Jobs;

/// <summary>The worker's side of the sweep ledger: every change is a compare-and-set, so a job sent twice is done once.</summary>
internal sealed class JobLedger(IDocumentStore store, IOptions<WorkerOptions> options, TimeProvider time)
{
    private readonly WorkerOptions _options = options.Value;

    /// <summary>Takes the job, unless it has ended or another worker holds a live lease on it.</summary>
    /// <returns>The job as claimed, or null: nothing to do.</returns>
    public async Task<SweepJob?> ClaimAsync(string jobId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.GetAsync(HouseCollections.Jobs, jobId, cancellationToken);
            var now = time.GetUtcNow();
            if (stored is null || !CanBeClaimed(stored.Value, now))
            {
                return null;
            }

            var claimed = stored.Value with
            {
                State = JobState.Running,
                WorkerId = _options.WorkerId,
                StartedAt = now,
                LeaseUntil = now + _options.Lease,
            };
            if (await store.ReplaceIfVersionAsync(HouseCollections.Jobs, claimed, stored.Version, cancellationToken))
            {
                return claimed;
            }
        }
    }

    /// <summary>Keeps the lease alive until cancelled. Ends early when the job is no longer this worker's.</summary>
    /// <returns>True: cancelled, the job is still ours. False: the job was taken away.</returns>
    public async Task<bool> KeepAsync(SweepJob job, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_options.Lease / 3, time, cancellationToken);
                var kept = await ChangeOwnAsync(job, j => j with { LeaseUntil = time.GetUtcNow() + _options.Lease }, cancellationToken);
                if (!kept)
                {
                    return false;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <summary>Writes how the job ended, or when it is due again.</summary>
    /// <returns>The job as it now stands, or null when it was no longer this worker's.</returns>
    public async Task<SweepJob?> ConcludeAsync(SweepJob job, JobVerdict verdict, CancellationToken cancellationToken)
    {
        SweepJob? concluded = null;
        bool own = await ChangeOwnAsync(job, j => concluded = JobConclusion.Apply(j, verdict, _options, time.GetUtcNow()), cancellationToken);
        return own ? concluded : null;
    }

    /// <summary>Hands the job back untried, for a worker that stops.</summary>
    public Task ReleaseAsync(SweepJob job, CancellationToken cancellationToken) =>
        ChangeOwnAsync(job, j => j with { State = JobState.Pending, WorkerId = null, LeaseUntil = null, StartedAt = null, SentAt = null }, cancellationToken);

    /// <summary>Puts back a job that was sent to this worker and not begun, so that another gets it at once.</summary>
    public Task ReturnAsync(string jobId, CancellationToken cancellationToken) =>
        store.UpdateAsync(HouseCollections.Jobs, jobId, j => j is { State: JobState.Sent } ? j with { State = JobState.Pending, SentAt = null } : j, cancellationToken);

    /// <summary>Plans a job that this one has found. Planning it twice plans it once.</summary>
    public Task<bool> PlanAsync(SweepJob child, CancellationToken cancellationToken) =>
        store.InsertIfAbsentAsync(HouseCollections.Jobs, child, cancellationToken);

    private static bool CanBeClaimed(SweepJob job, DateTimeOffset now) => job.State switch
    {
        JobState.Sent => true,
        JobState.Pending => job.DueAt <= now,
        JobState.Running => job.LeaseUntil < now,
        _ => false,
    };

    private async Task<bool> ChangeOwnAsync(SweepJob job, Func<SweepJob, SweepJob> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.GetAsync(HouseCollections.Jobs, job.Id, cancellationToken);
            if (stored is null || stored.Value.State != JobState.Running
                || stored.Value.WorkerId != job.WorkerId || stored.Value.StartedAt != job.StartedAt)
            {
                return false;
            }

            try
            {
                if (await store.ReplaceIfVersionAsync(HouseCollections.Jobs, change(stored.Value), stored.Version, cancellationToken))
                {
                    return true;
                }
            }
            catch (StoreException unknown) when (unknown.Problem is StoreProblem.Uncertain)
            {
                // Looked at again: if the change was made, the job is not running any more, or carries the longer lease.
            }
        }
    }
}
