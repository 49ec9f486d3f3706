using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Sweeps;

/// <summary>Announces that a sweep has ended, and remembers having told it.</summary>
internal sealed class SweepAnnouncer(IDocumentStore store, ISchedulerBus bus, TimeProvider time, ILogger<SweepAnnouncer> log)
{
    /// <summary>Announces an ended sweep. If the bus does not take it, the reconciler comes back to it.</summary>
    public async Task AnnounceAsync(Sweep ended, CancellationToken cancellationToken)
    {
        var finished = new SweepFinished
        {
            SweepId = ended.Id,
            WatchListId = ended.WatchListId,
            At = ended.EndedAt ?? time.GetUtcNow(),
            ListingsNew = ended.Sites.Sum(s => s.ListingsNew),
            ListingsChanged = ended.Sites.Sum(s => s.ListingsChanged),
            ListingsGone = ended.Sites.Sum(s => s.ListingsGone),
            NotSeen = ended.Sites.SelectMany(s => s.NotSeen).Sum(n => n.Count),
            Sites = [.. ended.Sites.Select(s => s.Health).OfType<SiteHealth>().Where(h => h.Condition is not (SiteCondition.Healthy or SiteCondition.NotAsked))],
        };
        try
        {
            foreach (var drifted in finished.Sites.Where(h => h.Condition is SiteCondition.Drifted))
            {
                await bus.AnnounceAsync(new SiteDrifted { SiteId = drifted.SiteId, SweepId = ended.Id, Health = drifted }, cancellationToken);
            }

            await bus.AnnounceAsync(finished, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever keeps the bus from taking it, the sweep stays unannounced and the reconciler tries again.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.AnnounceFailed(log, ended.Id, problem);
            return;
        }

        await store.UpdateAsync(
            LedgerCollections.Sweeps, ended.Id, s => s is { AnnouncedAt: null } ? s with { AnnouncedAt = time.GetUtcNow() } : s, cancellationToken);
        Log.SweepEnded(
            log, ended.Id, ended.WatchListId, ended.State.ToString(), finished.ListingsNew, finished.ListingsChanged, finished.ListingsGone, finished.NotSeen);
    }
}
