using Crawler.Contracts.Messages;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Practice;
using Crawler.TrainingGround;

namespace Crawler.Patrol.Commands.Hosted;

/// <inheritdoc cref="IOnceRunner"/>
internal sealed class OnceRunner : IOnceRunner
{
    public async Task<OnceOutcome> RunAsync(CommandRun run, string watchListId, CancellationToken cancellationToken)
    {
        var claim = await HostedRun.ClaimAsync(run, cancellationToken);
        if (claim is not InstanceClaim.Granted { File: var instance })
        {
            return new OnceOutcome.Refused(HostedRun.WhyNot(run.Data, claim));
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
                        Settings = Settings(run),
                        Sites = await HostedRun.SitesAsync(run, world, cancellationToken),
                        ConfigureWorker = world is null ? null : PracticePace.Apply,
                    },
                    cancellationToken);
                instance.Announce(HostedRun.Describe(run, host.ConsoleUrl, world));
                return await SweepAsync(run, host, watchListId, cancellationToken);
            }
            catch (TrainingGroundException problem)
            {
                return new OnceOutcome.Refused(problem.Message);
            }
        }
    }

    /// <summary>Nobody watches the health of a run that ends by itself, and the address in the settings may be that of a process beside it.</summary>
    private static IConfiguration Settings(CommandRun run) =>
        new ConfigurationBuilder().AddConfiguration(run.Context.Settings()).AddInMemoryCollection([new("Health:Url", "http://127.0.0.1:0")]).Build();

    private static async Task<OnceOutcome> SweepAsync(CommandRun run, EmbeddedHost host, string watchListId, CancellationToken cancellationToken)
    {
        var answer = await host.StartSweepAsync(watchListId, cancellationToken);
        string? sweepId = answer.Is<SweepAccepted>(out var accepted) ? accepted.Message.SweepId : null;
        if (answer.Is<SweepRefused>(out var refused))
        {
            // No other process runs on this directory, so a sweep under way is one that was cut off; it goes on now.
            sweepId = refused.Message.RunningSweepId;
            if (sweepId is null)
            {
                return new OnceOutcome.Refused(refused.Message.Reason);
            }

            await run.Context.Error.WriteLineAsync($"patrol: the unfinished sweep {sweepId} goes on");
        }

        return new OnceOutcome.Ended(await SweepFollower.FollowAsync(run, new SweepProgress(host.Store), sweepId!, cancellationToken));
    }
}
