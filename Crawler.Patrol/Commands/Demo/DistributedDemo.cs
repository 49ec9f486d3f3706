using System.CommandLine;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Distributed;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Practice;
using Crawler.Storage.Documents;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Commands.Demo;

/// <summary><c>patrol demo --distributed</c>: the same practice world and list, swept by processes that meet on a broker and in a MongoDB.</summary>
internal static class DistributedDemo
{
    public static Option<bool> Distributed { get; } = new("--distributed")
    {
        Description = "Run broker, store, scheduler, two workers and the console as separate processes.",
    };

    public static Option<string?> Mongo { get; } = new("--mongo")
    {
        Description = "With --distributed: a MongoDB to use (mongodb://HOST:PORT/DATABASE; a new database when none is named). Default: the tests' one, in a clone.",
        HelpName = "URI",
    };

    public static async Task<int> RunAsync(CommandRun run, PracticeWorld world, InstanceFile instance, bool once, CancellationToken cancellationToken)
    {
        var options = new DistributedServicesOptions
        {
            Data = run.Data,
            Home = run.Home,
            Sites = new SiteCatalogue { Sites = world.Sites },
            Mongo = run.Parse.GetValue(Mongo),
            Database = DatabaseIn(run.Parse.GetValue(Mongo)) ?? "cyberpatrol_demo_" + Guid.NewGuid().ToString("n")[..8],
            ConsolePort = once ? null : HostedOptions.ConsoleUrl(run).Port,
            Say = line => run.Context.Error.WriteLine($"patrol: {line}"),
        };
        try
        {
            await using var services = await DistributedServices.StartAsync(options, cancellationToken);
            instance.Announce(HostedRun.Describe(run, services.Console, world));
            return await SweepAsync(run, world, services, once, cancellationToken);
        }
        catch (DistributedException problem)
        {
            return run.Fail(problem.Message);
        }
    }

    /// <summary>The database that a connection string names. Null: none.</summary>
    private static string? DatabaseIn(string? connectionString) =>
        Uri.TryCreate(connectionString, UriKind.Absolute, out var address) && address.AbsolutePath.Trim('/') is { Length: > 0 } name ? name : null;

    private static async Task<int> SweepAsync(
        CommandRun run, PracticeWorld world, DistributedServices services, bool once, CancellationToken cancellationToken)
    {
        var list = world.WatchList(run.Context.Clock.GetUtcNow());
        await services.Store.UpdateAsync(LedgerCollections.WatchLists, list.Id, _ => list, cancellationToken);
        if (await ConsoleApi.RunWatchListAsync(services.Console, list.Id, cancellationToken) is not RunAnswer.Accepted accepted)
        {
            return run.Fail("the console did not start the sweep; its log is in " + Path.Combine(run.Data.Root, "logs"));
        }

        var sweep = await SweepFollower.FollowAsync(run, new SweepProgress(services.Store), accepted.SweepId, cancellationToken);
        var score = await PracticeScore.MeasureAsync(services.Store, world.Ground.Truth, cancellationToken);
        DemoReport.Print(run, sweep, score, once ? null : services.Console, world.Ground.ControlUrl);
        if (!once)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, run.Context.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCodes.Ok;
    }
}
