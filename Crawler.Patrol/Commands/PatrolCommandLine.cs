using System.CommandLine;
using System.CommandLine.Invocation;
using Crawler.Patrol.Commands.Demo;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Commands.Listings;
using Crawler.Patrol.Commands.Queues;
using Crawler.Patrol.Commands.Sites;
using Crawler.Patrol.Commands.Sweeps;
using Crawler.Patrol.Commands.Up;
using Crawler.Patrol.Commands.Version;
using Crawler.Patrol.Commands.WatchLists;
using Crawler.Patrol.Commands.Workers;

namespace Crawler.Patrol.Commands;

/// <summary>The <c>patrol</c> command: every command in one tree, and how a call of it ends.</summary>
internal static class PatrolCommandLine
{
    /// <summary>How long a command that was told to stop may take to put its work down in good order.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    /// <summary>The whole tree of commands.</summary>
    /// <param name="context">The world around the commands.</param>
    /// <param name="here">How a sweep is run in this process.</param>
    public static RootCommand Build(PatrolContext context, IOnceRunner here)
    {
        var root = new RootCommand("CyberPatrol: watch lists become sweeps, sweeps become listings with evidence.") { SharedOptions.Data };
        RemoveBuiltIn(root);
        root.Add(DemoCommand.Create(context));
        root.Add(UpCommand.Create(context));
        root.Add(CommandGroup.Of(
            "watch",
            "Watch lists: what is searched for, where, and when.",
            WatchAddCommand.Create(context),
            WatchCheckCommand.Create(context),
            WatchListCommand.Create(context),
            WatchShowCommand.Create(context),
            WatchRunCommand.Create(context, here),
            WatchRemoveCommand.Create(context),
            WatchPauseCommand.CreatePause(context),
            WatchPauseCommand.CreateResume(context)));
        root.Add(CommandGroup.Of(
            "sweep",
            "Sweeps: what was searched, what was seen, and what was not.",
            SweepListCommand.Create(context),
            SweepShowCommand.Create(context)));
        root.Add(CommandGroup.Of(
            "site",
            "Sites: their definitions, and how sweeps find them.",
            SiteListCommand.Create(context),
            SiteAddCommand.Create(context),
            SiteCheckCommand.Create(context),
            SiteReadCommand.Create(context),
            SiteRepairCommand.Create(context)));
        root.Add(ListingsCommand.Create(context));
        root.Add(CommandGroup.Of("listing", "One listing.", ListingShowCommand.Create(context)));
        root.Add(CommandGroup.Of("worker", "Workers: who is at work, and on what.", WorkerListCommand.Create(context)));
        root.Add(CommandGroup.Of("queue", "Queues: what waits on each site, and what holds it up.", QueueListCommand.Create(context)));
        root.Add(VersionCommand.Create(context));
        root.WithExamples([.. root.Subcommands.Select(c => CommandHelp.ExamplesOf(c)[0])]);
        return root;
    }

    public static Task<int> RunAsync(IReadOnlyList<string> arguments, PatrolContext context, CancellationToken cancellationToken) =>
        RunAsync(Build(context, new OnceRunner()), arguments, context, cancellationToken);

    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, PatrolContext context, CancellationToken cancellationToken)
    {
        var parse = root.Parse(arguments);
        if (parse.Action is ParseErrorAction)
        {
            foreach (string problem in UsageErrors.Of(parse))
            {
                await context.Error.WriteLineAsync($"patrol: {problem}");
            }

            await context.Error.WriteLineAsync($"See: {CommandPath.Of(parse.CommandResult.Command)} --help");
            return ExitCodes.WrongUsage;
        }

        var settings = new InvocationConfiguration
        {
            Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Farewell,
        };
        return await parse.InvokeAsync(settings, cancellationToken);
    }

    /// <summary><c>--version</c> is a command here, and help has examples.</summary>
    private static void RemoveBuiltIn(RootCommand root)
    {
        foreach (var option in root.Options.Where(o => o is VersionOption or System.CommandLine.Help.HelpOption).ToList())
        {
            root.Options.Remove(option);
        }
    }
}
