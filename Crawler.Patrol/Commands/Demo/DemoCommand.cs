using System.CommandLine;
using Crawler.Contracts.Messages;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Practice;
using Crawler.Storage.Documents;
using Crawler.TrainingGround;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Commands.Demo;

/// <summary><c>patrol demo</c>: the whole system in one process, swept over a practice world on this machine.</summary>
internal static class DemoCommand
{
    private static readonly Option<bool> Once = new("--once") { Description = "End after the sweep and its summary." };

    private static readonly Option<bool> Keep = new("--keep") { Description = "Go on with the data of the last demo instead of starting afresh." };

    private static readonly Option<int?> GroundPort = new("--ground-port")
    {
        Description = "Port of the practice world's control page; its six sites take the next six. Default: 8700.",
        HelpName = "PORT",
    };

    public static Command Create(PatrolContext context) =>
        new Command("demo", "Show the whole system at work: six practice sites, one sweep, listings with evidence, the console.")
        {
            Once, Keep, GroundPort, DistributedDemo.Distributed, DistributedDemo.Mongo, HostedOptions.Console, SharedOptions.Json,
        }
            .WithExamples(
                "patrol demo",
                "patrol demo --once",
                "patrol demo --once --keep",
                "patrol demo --once --json --data /tmp/demo",
                "patrol demo --distributed --once")
            .Handle(context, RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var claim = await HostedRun.ClaimAsync(run, cancellationToken);
        if (claim is not InstanceClaim.Granted { File: var instance })
        {
            return run.Fail(HostedRun.WhyNot(run.Data, claim));
        }

        using (instance)
        {
            if (PracticeData.Prepare(run.Data, run.Parse.GetValue(Keep)) is { } refusal)
            {
                return run.Fail(refusal);
            }

            try
            {
                bool once = run.Parse.GetValue(Once);
                await using var world = await PracticeWorld.StartAsync(
                    run.Data, run.Home, run.Parse.GetValue(GroundPort), run.Context.Clock, cancellationToken);
                if (run.Parse.GetValue(DistributedDemo.Distributed))
                {
                    return await DistributedDemo.RunAsync(run, world, instance, once, cancellationToken);
                }

                await using var host = await EmbeddedHost.StartAsync(
                    new EmbeddedHostOptions
                    {
                        Data = run.Data,
                        Home = run.Home,
                        Sites = new SiteCatalogue { Sites = world.Sites },
                        ConsoleUrl = once ? null : HostedOptions.ConsoleUrl(run),
                        ConfigureWorker = PracticePace.Apply,
                    },
                    cancellationToken);
                instance.Announce(HostedRun.Describe(run, host.ConsoleUrl, world));
                return await SweepAsync(run, world, host, once, cancellationToken);
            }
            catch (TrainingGroundException problem)
            {
                return run.Fail(problem.Message);
            }
        }
    }

    private static async Task<int> SweepAsync(CommandRun run, PracticeWorld world, EmbeddedHost host, bool once, CancellationToken cancellationToken)
    {
        var list = world.WatchList(run.Context.Clock.GetUtcNow());
        await host.Store.UpdateAsync(
            LedgerCollections.WatchLists, list.Id, before => list with { CreatedAt = before?.CreatedAt ?? list.CreatedAt }, cancellationToken);
        var answer = await host.StartSweepAsync(list.Id, cancellationToken);
        if (answer.Is<SweepRefused>(out var refused))
        {
            return run.Fail(refused.Message.Reason);
        }

        answer.Is<SweepAccepted>(out var accepted);
        var sweep = await SweepFollower.FollowAsync(run, new SweepProgress(host.Store), accepted!.Message.SweepId, cancellationToken);
        var score = await PracticeScore.MeasureAsync(host.Store, world.Ground.Truth, cancellationToken);
        DemoReport.Print(run, sweep, score, host.ConsoleUrl, world.Ground.ControlUrl);
        if (!once)
        {
            await host.WaitForShutdownAsync(cancellationToken);
        }

        return ExitCodes.Ok;
    }
}
