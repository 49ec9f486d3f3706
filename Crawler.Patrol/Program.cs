using Crawler.Patrol.Commands;

return await PatrolCommandLine.RunAsync(args, PatrolContext.ForThisProcess(), CancellationToken.None);
