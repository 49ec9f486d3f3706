using Crawler.Fetching;
using Crawler.Hosting.Processes;

namespace Crawler.Worker;

/// <summary>The worker as part of a process: alone in its own, or beside the other rooms in one.</summary>
public static class WorkerRoom
{
    /// <summary>Adds the worker's settings (sections <c>Worker</c> and <c>Fetching</c>), services, health check and consumers.</summary>
    public static ServiceBuilder AddWorkerRoom(this ServiceBuilder house)
    {
        ArgumentNullException.ThrowIfNull(house);
        house.AddSettings<WorkerOptions>("Worker");
        house.AddSettings<FetchingOptions>("Fetching");
        house.AddBus(bus => bus.AddWorkerConsumers());
        house.Services.AddWorker();
        return house;
    }
}
