using Quartz;

namespace Crawler.Scheduler.Schedules;

/// <summary>A list's hour has come.</summary>
internal sealed class SweepDueJob(ScheduleKeeper keeper, TimeProvider time, Microsoft.Extensions.Logging.ILogger<SweepDueJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        string watchListId = context.JobDetail.Key.Name;
        var now = time.GetUtcNow();
        var due = context.ScheduledFireTimeUtc ?? now;
        try
        {
            // A timer may ring a moment early.
            await keeper.SyncAsync(watchListId, due > now ? due : now, cancellationToken);
        }
#pragma warning disable CA1031 // The fire time stays undone in the store; the next reading of the lists makes up for it.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ScheduleFailed(log, watchListId, problem);
        }
    }
}
