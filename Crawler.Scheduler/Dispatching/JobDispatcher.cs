using System.Collections.Concurrent;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Dispatching;

/// <summary>
/// The only sender of jobs. Keeps at most a window of each site's jobs on the bus, so that the order is decided in the ledger, at the last moment: a sweep
/// run by hand overtakes the night's.
/// </summary>
internal sealed class JobDispatcher(
    IDocumentStore store, JobLedger ledger, ISchedulerBus bus, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<JobDispatcher> log)
{
    /// <summary>
    /// Sites served at the same time. One after the other, the last of fifty would wait for five seconds until the jobs of the others are on the bus.
    /// </summary>
    private const int SitesAtOnce = 8;

    // Sites that no worker has opened a queue for; said once.
    private readonly ConcurrentDictionary<string, bool> _unserved = new(StringComparer.Ordinal);

    /// <summary>Sends what may be sent, on all sites that a sweep is busy with.</summary>
    public async Task DispatchAllAsync(CancellationToken cancellationToken)
    {
        var sites = new HashSet<string>(StringComparer.Ordinal);
        var busy = new DocumentQuery { Where = [Filter.AnyOf(SweepFields.State, nameof(SweepState.Planned), nameof(SweepState.Running))], Limit = 200 };
        await foreach (var sweep in store.QueryAllAsync(LedgerCollections.Sweeps, busy, cancellationToken))
        {
            sites.UnionWith(sweep.Value.Sites.Where(s => s.Phase is not SitePhase.Ended).Select(s => s.SiteId));
        }

        await DispatchAsync(sites, cancellationToken);
    }

    /// <summary>Sends what may be sent to these sites.</summary>
    public Task DispatchAsync(IEnumerable<string> siteIds, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            siteIds,
            new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken },
            async (site, cancel) => await DispatchAsync(site, cancel));

    /// <summary>Sends what may be sent to one site.</summary>
    /// <returns>How many jobs went out.</returns>
    public async Task<int> DispatchAsync(string siteId, CancellationToken cancellationToken)
    {
        long inFlight = await store.CountAsync(
            LedgerCollections.Jobs, new DocumentQuery { Where = [Filter.AnyOf(JobFields.InFlight, siteId)] }, cancellationToken);
        int room = options.Value.DispatchWindow - (int)Math.Min(inFlight, int.MaxValue);
        if (room <= 0)
        {
            return 0;
        }

        var ready = new DocumentQuery
        {
            // The upper bound is exclusive, and instants have millisecond precision.
            Where = [JobFields.ReadyRange(siteId), Filter.Range(JobFields.DueAt, null, time.GetUtcNow().AddMilliseconds(1))],
            OrderBy = new Sort(JobFields.Ready),
            Limit = Math.Min(room, 1000),
        };
        int sent = 0;
        foreach (var waiting in (await store.QueryAsync(LedgerCollections.Jobs, ready, cancellationToken)).Items)
        {
            if (await ledger.SendAsync(waiting, cancellationToken) is not { } job)
            {
                continue;
            }

            if (!await TrySendAsync(job, cancellationToken))
            {
                break;
            }

            sent++;
        }

        return sent;
    }

    private async Task<bool> TrySendAsync(SweepJob job, CancellationToken cancellationToken)
    {
        try
        {
            if (await bus.SendAsync(job, cancellationToken))
            {
                _unserved.TryRemove(job.SiteId, out _);
                return true;
            }

            if (_unserved.TryAdd(job.SiteId, true))
            {
                Log.SiteUnserved(log, job.SiteId);
            }
        }
#pragma warning disable CA1031 // Whatever keeps the bus from taking the job, the job waits and is tried again.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.SendFailed(log, job.SiteId, job.Id, problem);
        }

        await ledger.ReleaseAsync(job, cancellationToken);
        return false;
    }
}
