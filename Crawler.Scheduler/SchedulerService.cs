using Crawler.Ledger.Collections;
using Crawler.Scheduler.Dispatching;
using Crawler.Scheduler.Reconciling;
using Crawler.Scheduler.Schedules;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler;

/// <summary>The clock's working day: set right what an earlier life left, keep the schedules, send what is due, until stopped.</summary>
internal sealed class SchedulerService(
    IDocumentStore store, Reconciler reconciler, ScheduleKeeper keeper, QuartzScheduleClock clock, DispatchLoop loop, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<SchedulerService> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await BeginAsync(stoppingToken))
        {
            return;
        }

        await clock.StartAsync(stoppingToken);
        try
        {
            await loop.RunAsync(stoppingToken);
        }
        finally
        {
            await clock.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>What must be done before anything is sent; tried until the store plays along.</summary>
    private async Task<bool> BeginAsync(CancellationToken stoppingToken)
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
