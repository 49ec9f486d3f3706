using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Sweeps;

/// <summary>
/// Moves the sites of a sweep on as their jobs end, then the sweep itself. Looks only at the ledger, so anyone may call it at any time, and twice.
/// </summary>
internal sealed class SweepAdvancer(IDocumentStore store, SiteAdvancer sites, SweepAnnouncer announcer, TimeProvider time)
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
            await sites.AdvanceAsync(sweep, part, cancellationToken);
        }

        await EndAsync(sweepId, cancellationToken);
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
