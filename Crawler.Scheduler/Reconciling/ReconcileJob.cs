using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Crawler.Scheduler.Reconciling;

/// <summary>Reconciles at its interval.</summary>
internal sealed class ReconcileJob(Reconciler reconciler, IOptions<SchedulerOptions> options, ILogger<ReconcileJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await reconciler.RunAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A store in trouble is tried again at the next interval.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ReconcileFailed(log, options.Value.ReconcileInterval, problem);
        }
    }
}
