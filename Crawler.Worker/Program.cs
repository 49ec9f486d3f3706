using Crawler.Hosting.Processes;
using Crawler.Worker;

return await HouseProcess.RunAsync("worker", house => house.AddWorkerRoom());
