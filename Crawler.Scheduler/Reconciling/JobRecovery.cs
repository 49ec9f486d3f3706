using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Dispatching;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Reconciling;

/// <summary>Brings back jobs that got lost on the way to a worker or with one.</summary>
internal sealed class JobRecovery(IDocumentStore store, DispatchSignal signal, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<JobRecovery> log)
{
    /// <summary>Every sent or running job is an orphan: the process that held it was this one, in its former life.</summary>
    public async Task RecoverAllAsync(CancellationToken cancellationToken)
    {
        var held = new DocumentQuery { Where = [Filter.AnyOf("state", nameof(JobState.Sent), nameof(JobState.Running))], Limit = 1000 };
        await foreach (var job in store.QueryAllAsync(HouseCollections.Jobs, held, cancellationToken))
        {
            await (job.Value.State is JobState.Running ? LoseLeaseAsync(job, cancellationToken) : ResendAsync(job, cancellationToken));
        }
    }

    /// <summary>Jobs whose worker has not renewed its lease.</summary>
    public async Task RecoverLostLeasesAsync(CancellationToken cancellationToken)
    {
        var expired = new DocumentQuery { Where = [Filter.Range(JobFields.LeaseUntil, null, time.GetUtcNow())], Limit = 1000 };
        await foreach (var job in store.QueryAllAsync(HouseCollections.Jobs, expired, cancellationToken))
        {
            await LoseLeaseAsync(job, cancellationToken);
        }
    }

    /// <summary>
    /// Jobs that were sent and never begun. While a worker is busy with the site, its queue is merely long; but no message outlives its time to live.
    /// </summary>
    public async Task ResendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = new DocumentQuery { Where = [Filter.Range(JobFields.SentAt, null, now - options.Value.ResendAfter)], Limit = 1000 };
        var busy = new Dictionary<string, bool>(StringComparer.Ordinal);
        await foreach (var job in store.QueryAllAsync(HouseCollections.Jobs, late, cancellationToken))
        {
            string site = job.Value.SiteId;
            if (!busy.TryGetValue(site, out bool working))
            {
                working = busy[site] = await IsWorkedOnAsync(site, cancellationToken);
            }

            if (!working || job.Value.SentAt + options.Value.MessageTimeToLive <= now)
            {
                await ResendAsync(job, cancellationToken);
            }
        }
    }

    private async Task<bool> IsWorkedOnAsync(string siteId, CancellationToken cancellationToken)
    {
        var running = new DocumentQuery { Where = [Filter.AnyOf(JobFields.InFlight, siteId), Filter.AnyOf("state", nameof(JobState.Running))] };
        return await store.CountAsync(HouseCollections.Jobs, running, cancellationToken) > 0;
    }

    private async Task ResendAsync(Stored<SweepJob> sent, CancellationToken cancellationToken)
    {
        var waiting = sent.Value with { State = JobState.Pending, SentAt = null };
        if (await store.ReplaceIfVersionAsync(HouseCollections.Jobs, waiting, sent.Version, cancellationToken))
        {
            Log.JobResent(log, sent.Value.Id, sent.Value.SiteId, sent.Value.SentAt);
            signal.Note(waiting.SweepId, waiting.SiteId);
        }
    }

    private async Task LoseLeaseAsync(Stored<SweepJob> running, CancellationToken cancellationToken)
    {
        var job = running.Value;
        int lost = job.LostLeases + 1;
        bool givenUp = lost >= options.Value.MaxLostLeases;
        var next = job with { LostLeases = lost, WorkerId = null, LeaseUntil = null, SentAt = null };
        next = givenUp
            ? next with
            {
                State = JobState.Failed,
                EndedAt = time.GetUtcNow(),
                Outcome = new JobOutcome { Kind = OutcomeKind.InternalError, Detail = $"{lost} workers died with this job in hand", Url = job.Capture?.Url ?? job.Search?.Url },
            }
            : next with { State = JobState.Pending, DueAt = time.GetUtcNow() };
        if (!await store.ReplaceIfVersionAsync(HouseCollections.Jobs, next, running.Version, cancellationToken))
        {
            return;
        }

        if (givenUp)
        {
            Log.JobGivenUp(log, job.Id, job.SiteId, lost);
        }
        else
        {
            Log.LeaseLost(log, job.Id, job.SiteId, job.WorkerId, lost);
        }

        signal.Note(job.SweepId, job.SiteId);
    }
}
