using Crawler.Ledger.Collections;
using Crawler.Scheduler.Reconciling;
using Crawler.Scheduler.Schedules;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Hosting;

/// <summary>What must be done before a scheduler sends anything: the collections, what an earlier process left, the schedules.</summary>
internal sealed class SchedulerPreparation(
    IDocumentStore store, Reconciler reconciler, ScheduleKeeper keeper, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<SchedulerPreparation> log)
{
    /// <summary>Tries until it succeeds.</summary>
    /// <returns>False: it was stopped before it succeeded.</returns>
    public async Task<bool> PrepareAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LedgerCollections.EnsureAllAsync(store, stoppingToken);
                await reconciler.RunAtStartAsync(stoppingToken);
                await keeper.SyncAllAsync(stoppingToken);
                return true;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return false;
            }
#pragma warning disable CA1031 // A store that is not there yet is waited for.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Log.ReconcileFailed(log, options.Value.ReconcileInterval, problem);
                await Task.Delay(options.Value.ReconcileInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return false;
    }
}
