using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Sweeps;

/// <summary>Moves one site of a sweep on as its jobs end: searching, rechecking, ended.</summary>
internal sealed class SiteAdvancer(
    IDocumentStore store, SweepLedger ledger, RecheckPlanner rechecks, SweepCanceller canceller, SiteVerdicts verdicts, DispatchSignal signal, ILogger<SiteAdvancer> log)
{
    public async Task AdvanceAsync(Sweep sweep, SiteSweep part, CancellationToken cancellationToken)
    {
        if (sweep.CancelRequestedAt is not null)
        {
            await canceller.SkipWaitingAsync(sweep, part.SiteId, cancellationToken);
        }

        if (part.Phase is SitePhase.Searching)
        {
            if (!await ledger.AllEndedAsync(sweep.Id, part.SiteId, [JobKind.Search], cancellationToken))
            {
                return;
            }

            await RecheckAsync(sweep, part.SiteId, cancellationToken);
        }

        if (await ledger.AllEndedAsync(sweep.Id, part.SiteId, [JobKind.Search, JobKind.Capture], cancellationToken))
        {
            await EndSiteAsync(sweep, part.SiteId, cancellationToken);
        }
    }

    private async Task RecheckAsync(Sweep sweep, string siteId, CancellationToken cancellationToken)
    {
        var searches = await ledger.JobsAsync(sweep.Id, siteId, JobKind.Search, cancellationToken);
        var (planned, notSeen) = await rechecks.PlanAsync(sweep, siteId, searches, cancellationToken);
        bool moved = await ledger.ChangePartAsync(
            sweep.Id,
            siteId,
            SitePhase.Searching,
            p => p with { Phase = SitePhase.Rechecking, RowsSeen = searches.Sum(s => s.Outcome?.Rows ?? 0), NotSeen = [.. p.NotSeen, .. notSeen] },
            cancellationToken);
        if (moved)
        {
            Log.SiteSearched(log, sweep.Id, siteId, planned);
            signal.Note(sweep.Id, siteId);
        }
    }

    private async Task EndSiteAsync(Sweep sweep, string siteId, CancellationToken cancellationToken)
    {
        var jobs = await ledger.JobsAsync(sweep.Id, siteId, kind: null, cancellationToken);
        var shown = new DocumentQuery
        {
            Where =
            [
                Filter.AnyOf(ListingFields.Site, siteId),
                Filter.AnyOf(ListingFields.WatchList, sweep.WatchListId),
                Filter.AnyOf(ListingFields.LastSweep, sweep.Id),
                Filter.NoneOf(ListingFields.Availability, nameof(Availability.Gone)),
            ],
        };
        int listings = (int)await store.CountAsync(LedgerCollections.Listings, shown, cancellationToken);
        var health = await verdicts.GiveAsync(sweep.Id, siteId, jobs, cancellationToken);
        SiteSweep? ended = null;
        if (await ledger.ChangePartAsync(
            sweep.Id, siteId, SitePhase.Rechecking, p => ended = SiteReport.Complete(p, jobs, listings) with { Health = health }, cancellationToken))
        {
            Log.SiteEnded(log, sweep.Id, siteId, ended?.Outcome?.ToString());
            await verdicts.TellAsync(sweep.Id, health, cancellationToken);
        }
    }
}
