using Crawler.Hosting.Processes;
using Crawler.Scheduler;

return await HouseProcess.RunAsync("scheduler", house => house.AddSchedulerRoom());
