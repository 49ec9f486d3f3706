using Crawler.Hosting.Processes;
using Crawler.Scheduler;

return await ServiceProcess.RunAsync("scheduler", house => house.AddSchedulerRoom());
