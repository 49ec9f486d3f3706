using Microsoft.Extensions.Logging;
using Quartz;

namespace Crawler.Scheduler.Schedules;

/// <summary>Reads the watch lists again: another process may have edited one and its word got lost.</summary>
internal sealed class RereadJob(ScheduleKeeper keeper, ILogger<RereadJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await keeper.SyncAllAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A store in trouble is tried again at the next interval.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ScheduleReadFailed(log, problem);
        }
    }
}
