using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Dispatching;
using Crawler.Scheduler.Sweeps;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Reconciling;

/// <summary>
/// Compares the ledger with what should be and sets right what a death left behind: claims without a sweep, sweeps without jobs, jobs without a worker, ends that
/// nobody was told of. Every step is a compare-and-set, so any number of reconcilers may run.
/// </summary>
internal sealed class Reconciler(
    IDocumentStore store, SweepPlanner planner, SweepAdvancer advancer, SweepAnnouncer announcer, JobRecovery jobs, DispatchSignal signal, IOptions<SchedulerOptions> options, TimeProvider time)
{
    /// <summary>The first look of a process.</summary>
    public async Task RunAtStartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RecoverAllAtStart)
        {
            await jobs.RecoverAllAsync(cancellationToken);
        }

        await RunAsync(atStart: true, cancellationToken);
    }

    /// <summary>The look that is repeated.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(atStart: false, cancellationToken);

    private async Task RunAsync(bool atStart, CancellationToken cancellationToken)
    {
        await HealClaimsAsync(cancellationToken);
        await jobs.RecoverLostLeasesAsync(cancellationToken);
        await jobs.ResendAsync(cancellationToken);

        // Another process may be between ending a sweep and marking it announced; where there is none, nobody needs to be waited for.
        var grace = atStart && options.Value.RecoverAllAtStart ? TimeSpan.Zero : TimeSpan.FromMinutes(1);
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

    private async Task HealClaimsAsync(CancellationToken cancellationToken)
    {
        var unsettled = new DocumentQuery { Where = [Filter.AnyOf(SweepClaimFields.Unsettled, "yes")], Limit = 200 };
        await foreach (var claim in store.QueryAllAsync(LedgerCollections.SweepClaims, unsettled, cancellationToken))
        {
            await planner.HealAsync(claim, cancellationToken);
        }
    }
}
