using Crawler.Scheduler.Dispatching;
using Crawler.Scheduler.Schedules;
using Microsoft.Extensions.Hosting;

namespace Crawler.Scheduler.Hosting;

/// <summary>Sets right what an earlier process left, keeps the schedules and sends what is due, until it is stopped.</summary>
internal sealed class SchedulerService(SchedulerPreparation preparation, QuartzScheduleClock clock, DispatchLoop loop) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await preparation.PrepareAsync(stoppingToken))
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
}
