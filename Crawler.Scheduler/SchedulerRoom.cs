using Crawler.Hosting.Processes;

namespace Crawler.Scheduler;

/// <summary>The scheduler as part of a process: alone in its own, or beside the other rooms in one.</summary>
public static class SchedulerRoom
{
    /// <summary>Adds the scheduler's settings (section <c>Scheduler</c>), services and consumers.</summary>
    public static ServiceBuilder AddSchedulerRoom(this ServiceBuilder house)
    {
        ArgumentNullException.ThrowIfNull(house);
        house.AddSettings<SchedulerOptions>("Scheduler");
        house.AddBus(bus => bus.AddSchedulerConsumers());
        house.Services.AddScheduler();
        return house;
    }
}
