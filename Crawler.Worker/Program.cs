using Crawler.Fetching;
using Crawler.Hosting.Processes;
using Crawler.Worker;
using Crawler.Worker.Jobs;

return await HouseProcess.RunAsync("worker", house =>
{
    house.AddSettings<WorkerOptions>("Worker");
    house.AddSettings<FetchingOptions>("Fetching");
    house.AddBus(bus => bus.AddWorkerConsumers());
    house.Services.AddWorker();
});
