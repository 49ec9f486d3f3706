using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Scheduler.Dispatching;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Sweeps;

/// <summary>
/// Moves a sweep on as its jobs end: searching, rechecking, ended; then the sweep itself. Looks only at the ledger, so anyone may call it at any time, and twice.
/// </summary>
internal sealed class SweepAdvancer(
    IDocumentStore store, SweepLedger ledger, RecheckPlanner rechecks, SweepCanceller canceller, SweepAnnouncer announcer, SiteVerdicts verdicts, DispatchSignal signal, TimeProvider time, ILogger<SweepAdvancer> log)
{
    /// <summary>Moves on all sites of a sweep.</summary>
    public Task AdvanceAsync(string sweepId, CancellationToken cancellationToken) => AdvanceAsync(sweepId, null, cancellationToken);

    /// <summary>Moves on one site of a sweep (null: all), and the sweep when that was the last.</summary>
    public async Task AdvanceAsync(string sweepId, string? siteId, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(LedgerCollections.Sweeps, sweepId, cancellationToken) is not { Value: { State: SweepState.Running } sweep })
        {
            return;
        }

        foreach (var part in sweep.Sites.Where(s => s.Phase is not SitePhase.Ended && (siteId is null || s.SiteId == siteId)))
        {
            if (sweep.CancelRequestedAt is not null)
            {
                await canceller.SkipWaitingAsync(sweep, part.SiteId, cancellationToken);
            }

            await AdvanceSiteAsync(sweep, part, cancellationToken);
        }

        await EndAsync(sweepId, cancellationToken);
    }

    private async Task AdvanceSiteAsync(Sweep sweep, SiteSweep part, CancellationToken cancellationToken)
    {
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

    /// <summary>Ends the sweep when all its sites have; whoever makes the change announces it.</summary>
    private async Task EndAsync(string sweepId, CancellationToken cancellationToken)
    {
        while (await store.GetAsync(LedgerCollections.Sweeps, sweepId, cancellationToken) is { Value: { State: SweepState.Running } sweep } stored
            && sweep.Sites.All(s => s.Phase is SitePhase.Ended))
        {
            var ended = sweep with
            {
                State = sweep.CancelRequestedAt is null ? SweepState.Finished : SweepState.Cancelled,
                EndedAt = time.GetUtcNow(),
            };
            if (await store.ReplaceIfVersionAsync(LedgerCollections.Sweeps, ended, stored.Version, cancellationToken))
            {
                await announcer.AnnounceAsync(ended, cancellationToken);
                return;
            }
        }
    }
}
