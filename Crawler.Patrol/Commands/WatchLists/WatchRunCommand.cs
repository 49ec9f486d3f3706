using System.CommandLine;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch run</c>: sweeps a watch list now, in the running instance or, with <c>--once</c>, here.</summary>
internal static class WatchRunCommand
{
    public static Command Create(PatrolContext context, IOnceRunner here)
    {
        var once = new Option<bool>("--once")
        {
            Description = "Wait for the sweep to end and print its report. Without a running 'patrol up' the sweep runs in this process.",
        };
        return WatchListTarget.Command(
                "run",
                "Sweep a watch list now.",
                context,
                (run, store, list, cancellationToken) => RunAsync(run, store, list, run.Parse.GetValue(once) ? here : null, cancellationToken))
            .With(once)
            .With(SharedOptions.Json)
            .WithExamples("patrol watch run ivory", "patrol watch run ivory --once", "patrol watch run ivory --once --json");
    }

    private static async Task<int> RunAsync(CommandRun run, IDocumentStore store, WatchList list, IOnceRunner? once, CancellationToken cancellationToken)
    {
        if (run.SharedStore is not null)
        {
            return run.RefuseSharedStore("start the sweep in the console");
        }

        if (InstanceFile.Running(run.Data) is { } instance)
        {
            return await RunThereAsync(run, store, list, instance, wait: once is not null, cancellationToken);
        }

        return once is null
            ? run.Fail($"no CyberPatrol runs on {run.Data.Root}; start one with 'patrol up', or sweep in this process with --once")
            : await once.RunAsync(run, list.Id, cancellationToken) switch
            {
                OnceOutcome.Ended(var sweep) => Report(run, sweep),
                OnceOutcome.Refused(var reason) => run.Fail(reason),
                var other => throw new InvalidOperationException($"unknown outcome {other}"),
            };
    }

    private static async Task<int> RunThereAsync(
        CommandRun run, IDocumentStore store, WatchList list, InstanceInfo instance, bool wait, CancellationToken cancellationToken)
    {
        if (instance.ConsoleUrl is not { } console)
        {
            return run.Fail($"CyberPatrol runs on {run.Data.Root} without a console ({instance}) and cannot be asked; wait until it has ended");
        }

        var answer = await ConsoleApi.RunWatchListAsync(console, list.Id, cancellationToken);
        if (answer is not RunAnswer.Accepted { SweepId: var sweepId } accepted)
        {
            return run.Fail(((RunAnswer.Refused)answer).Reason);
        }

        if (wait)
        {
            return Report(run, await SweepFollower.FollowAsync(run, new SweepProgress(store), sweepId, cancellationToken));
        }

        if (run.Json)
        {
            return run.Print(accepted);
        }

        run.Context.Out.WriteLine($"Sweep {sweepId} of '{list.Id}' has begun. See: patrol sweep show {sweepId[..Math.Min(12, sweepId.Length)]}, or {console}");
        return ExitCodes.Ok;
    }

    /// <summary>A sweep that was cancelled is not a success; one that could not see everything is, and says so.</summary>
    private static int Report(CommandRun run, Sweep sweep)
    {
        if (run.Json)
        {
            run.Print(sweep);
        }
        else
        {
            SweepView.Write(run.Console, sweep, run.Context.Clock.GetUtcNow());
        }

        return sweep.State is SweepState.Finished ? ExitCodes.Ok : run.Fail($"sweep {sweep.Id} ended {Words.Of(sweep.State)}");
    }
}
