using System.CommandLine;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Practice;
using Crawler.TrainingGround;

namespace Crawler.Patrol.Commands.Up;

/// <summary><c>patrol up</c>: everything in one process, until stopped. Unfinished sweeps go on where they were.</summary>
internal static class UpCommand
{
    public static Command Create(PatrolContext context) =>
        new Command("up", "Run scheduler, worker and console on this machine until stopped. Unfinished sweeps go on.")
        {
            HostedOptions.Console,
        }
            .WithExamples("patrol up", "patrol up --port 9090", "patrol up --data /srv/patrol")
            .Handle(context, RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.SharedStore is not null)
        {
            return run.RefuseSharedStore("run the programs of docs/processes.md");
        }

        var claim = await HostedRun.ClaimAsync(run, cancellationToken);
        if (claim is not InstanceClaim.Granted { File: var instance })
        {
            return run.Fail(HostedRun.WhyNot(run.Data, claim));
        }

        using (instance)
        {
            try
            {
                await using var world = PracticeWorld.BelongsTo(run.Data)
                    ? await PracticeWorld.StartAsync(run.Data, run.Home, null, run.Context.Clock, cancellationToken)
                    : null;
                await using var host = await EmbeddedHost.StartAsync(
                    new EmbeddedHostOptions
                    {
                        Data = run.Data,
                        Home = run.Home,
                        Settings = HostedOptions.Settings(run),
                        Sites = await HostedRun.SitesAsync(run, world, cancellationToken),
                        ConsoleUrl = HostedOptions.ConsoleUrl(run),
                        ConfigureWorker = world is null ? null : PracticePace.Apply,
                    },
                    cancellationToken);
                instance.Announce(HostedRun.Describe(run, host.ConsoleUrl, world));
                run.Context.Out.WriteLine($"console: {host.ConsoleUrl} (this machine only); data: {run.Data.Root}");
                if (world is not null)
                {
                    run.Context.Out.WriteLine($"this data directory is a demo's: its practice world runs too, at {world.Ground.ControlUrl}");
                }

                run.Context.Out.WriteLine("stop with Ctrl-C; what is unfinished goes on at the next start");
                await host.WaitForShutdownAsync(cancellationToken);
                return ExitCodes.Ok;
            }
            catch (TrainingGroundException problem)
            {
                return run.Fail(problem.Message);
            }
        }
    }
}
