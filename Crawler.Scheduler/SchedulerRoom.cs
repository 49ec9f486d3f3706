using Crawler.Hosting.Processes;

namespace Crawler.Scheduler;

/// <summary>The scheduler as part of a process: alone in its own, or beside the other rooms in one.</summary>
public static class SchedulerRoom
{
    /// <summary>Adds the scheduler's settings (section <c>Scheduler</c>), services and consumers.</summary>
    public static ServiceBuilder AddSchedulerRoom(this ServiceBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSettings<SchedulerOptions>("Scheduler");
        builder.AddBus(bus => bus.AddSchedulerConsumers());
        builder.Services.AddScheduler();
        return builder;
    }
}
