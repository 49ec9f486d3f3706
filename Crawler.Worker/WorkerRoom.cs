using Crawler.Fetching;
using Crawler.Hosting.Processes;

namespace Crawler.Worker;

/// <summary>The worker as part of a process: alone in its own, or beside the other rooms in one.</summary>
public static class WorkerRoom
{
    /// <summary>Adds the worker's settings (sections <c>Worker</c> and <c>Fetching</c>), services, health check and consumers.</summary>
    public static ServiceBuilder AddWorkerRoom(this ServiceBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSettings<WorkerOptions>("Worker");
        builder.AddSettings<FetchingOptions>("Fetching");
        builder.AddBus(bus => bus.AddWorkerConsumers());
        builder.Services.AddWorker();
        return builder;
    }
}
