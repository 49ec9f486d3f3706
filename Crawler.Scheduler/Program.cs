using Crawler.Hosting.Processes;
using Crawler.Scheduler;

return await ServiceProcess.RunAsync("scheduler", builder => builder.AddSchedulerRoom());
