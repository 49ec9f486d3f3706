using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Reconciling;

/// <summary>Brings back jobs that got lost on the way to a worker or with one.</summary>
internal sealed class JobRecovery(
    IDocumentStore store, JobLedger ledger, DispatchSignal signal, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<JobRecovery> log)
{
    /// <summary>Every sent or running job is an orphan: the process that held it was this one, in its former life.</summary>
    public async Task RecoverAllAsync(CancellationToken cancellationToken)
    {
        var held = new DocumentQuery { Where = [Filter.AnyOf(JobFields.State, nameof(JobState.Sent), nameof(JobState.Running))], Limit = 1000 };
        await foreach (var job in store.QueryAllAsync(LedgerCollections.Jobs, held, cancellationToken))
        {
            await RecoverAsync(job, cancellationToken);
        }
    }

    /// <summary>Jobs whose worker has not renewed its lease.</summary>
    public async Task RecoverLostLeasesAsync(CancellationToken cancellationToken)
    {
        var expired = new DocumentQuery { Where = [Filter.Range(JobFields.LeaseUntil, null, time.GetUtcNow())], Limit = 1000 };
        await foreach (var job in store.QueryAllAsync(LedgerCollections.Jobs, expired, cancellationToken))
        {
            await RecoverAsync(job, cancellationToken);
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
        await foreach (var job in store.QueryAllAsync(LedgerCollections.Jobs, late, cancellationToken))
        {
            string site = job.Value.SiteId;
            if (!busy.TryGetValue(site, out bool working))
            {
                working = busy[site] = await IsWorkedOnAsync(site, cancellationToken);
            }

            if (!working || job.Value.SentAt + options.Value.MessageTimeToLive <= now)
            {
                await RecoverAsync(job, cancellationToken);
            }
        }
    }

    private async Task<bool> IsWorkedOnAsync(string siteId, CancellationToken cancellationToken)
    {
        var running = new DocumentQuery { Where = [Filter.AnyOf(JobFields.InFlight, siteId), Filter.AnyOf(JobFields.State, nameof(JobState.Running))] };
        return await store.CountAsync(LedgerCollections.Jobs, running, cancellationToken) > 0;
    }

    private async Task RecoverAsync(Stored<SweepJob> lost, CancellationToken cancellationToken)
    {
        if (await ledger.RecoverAsync(lost, options.Value.MaxLostLeases, cancellationToken) is not { } job)
        {
            return;
        }

        switch (lost.Value.State)
        {
            case JobState.Sent:
                Log.JobResent(log, job.Id, job.SiteId, lost.Value.SentAt);
                break;
            case JobState.Running when job.IsTerminal:
                Log.JobGivenUp(log, job.Id, job.SiteId, job.LostLeases);
                break;
            default:
                Log.LeaseLost(log, job.Id, job.SiteId, lost.Value.WorkerId, job.LostLeases);
                break;
        }

        signal.Note(job.SweepId, job.SiteId);
    }
}
