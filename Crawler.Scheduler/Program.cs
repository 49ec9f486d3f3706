using Crawler.Hosting.Processes;
using Crawler.Scheduler;

return await HouseProcess.RunAsync("scheduler", house =>
{
    house.AddSettings<SchedulerOptions>("Scheduler");
    house.AddBus(bus => bus.AddSchedulerConsumers());
    house.Services.AddScheduler();
});
