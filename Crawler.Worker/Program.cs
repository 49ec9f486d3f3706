using Crawler.Hosting.Processes;
using Crawler.Worker;

return await ServiceProcess.RunAsync("worker", builder => builder.AddWorkerRoom());
