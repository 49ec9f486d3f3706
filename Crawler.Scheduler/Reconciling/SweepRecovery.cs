using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Sweeps;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Reconciling;

/// <summary>Goes on with sweeps that a scheduler left half done: claims without a sweep, sweeps without jobs, ends that nobody was told of.</summary>
internal sealed class SweepRecovery(
    IDocumentStore store, SweepPlanner planner, SweepAdvancer advancer, SweepAnnouncer announcer, DispatchSignal signal, TimeProvider time)
{
    public async Task HealClaimsAsync(CancellationToken cancellationToken)
    {
        var unsettled = new DocumentQuery { Where = [Filter.AnyOf(SweepClaimFields.Unsettled, "yes")], Limit = 200 };
        await foreach (var claim in store.QueryAllAsync(LedgerCollections.SweepClaims, unsettled, cancellationToken))
        {
            await planner.HealAsync(claim, cancellationToken);
        }
    }

    /// <summary>Plans and advances the running sweeps, and announces the ended ones that were not announced.</summary>
    /// <param name="grace">How long the process that ended a sweep has to announce it itself.</param>
    public async Task ContinueAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        var unfinished = new DocumentQuery { Where = [Filter.AnyOf(SweepFields.Unfinished, "yes")], Limit = 200 };
        await foreach (var stored in store.QueryAllAsync(LedgerCollections.Sweeps, unfinished, cancellationToken))
        {
            var sweep = stored.Value;
            if (sweep.HasEnded)
            {
                if (sweep.EndedAt is null || sweep.EndedAt + grace <= time.GetUtcNow())
                {
                    await announcer.AnnounceAsync(sweep, cancellationToken);
                }

                continue;
            }

            await planner.PlanAsync(sweep, cancellationToken);
            await advancer.AdvanceAsync(sweep.Id, cancellationToken);
            foreach (var part in sweep.Sites.Where(s => s.Phase is not SitePhase.Ended))
            {
                signal.Note(sweep.Id, part.SiteId);
            }
        }
    }
}
