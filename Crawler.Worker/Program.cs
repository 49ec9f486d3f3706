using Crawler.Hosting.Processes;
using Crawler.Worker;

return await ServiceProcess.RunAsync("worker", house => house.AddWorkerRoom());
