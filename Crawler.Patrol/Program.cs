using Crawler.Patrol.Commands;
using Crawler.Patrol.Commands.Demo;
using Crawler.Patrol.Commands.Up;

var context = PatrolContext.ForThisProcess();
var root = PatrolCommandLine.Build(context, DemoCommand.Create(context), UpCommand.Create(context));
return await PatrolCommandLine.RunAsync(root, args, context, CancellationToken.None);
