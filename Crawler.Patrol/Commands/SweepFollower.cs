using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Views;
using Spectre.Console;

namespace Crawler.Patrol.Commands;

/// <summary>Shows a sweep while it runs: a live table on a terminal, a line now and then elsewhere, nothing when the answer is JSON.</summary>
internal static class SweepFollower
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <returns>The sweep as it ended.</returns>
    public static async Task<Sweep> FollowAsync(CommandRun run, SweepProgress progress, string sweepId, CancellationToken cancellationToken)
    {
        if (run.Json || !run.Context.Colours)
        {
            return await WatchAsync(run, progress, sweepId, run.Json ? null : line => run.Context.Error.WriteLine(line), cancellationToken);
        }

        Sweep? ended = null;
        var first = await ReadAsync(progress, sweepId, cancellationToken);
        await run.Console.Live(SweepProgressView.Table(first)).AutoClear(true).StartAsync(async live =>
        {
            ended = await UntilEndedAsync(run, progress, sweepId, sweep => live.UpdateTarget(SweepProgressView.Table(sweep)), cancellationToken);
        });
        return ended!;
    }

    private static Task<Sweep> WatchAsync(CommandRun run, SweepProgress progress, string sweepId, Action<string>? say, CancellationToken cancellationToken)
    {
        var saidAt = run.Context.Clock.GetUtcNow();
        return UntilEndedAsync(
            run,
            progress,
            sweepId,
            sweep =>
            {
                if (say is not null && run.Context.Clock.GetUtcNow() - saidAt >= LineEvery)
                {
                    saidAt = run.Context.Clock.GetUtcNow();
                    say(SweepProgressView.Line(sweep));
                }
            },
            cancellationToken);
    }

    private static async Task<Sweep> UntilEndedAsync(
        CommandRun run, SweepProgress progress, string sweepId, Action<Sweep> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            var sweep = await ReadAsync(progress, sweepId, cancellationToken);
            show(sweep);
            if (sweep.HasEnded)
            {
                return sweep;
            }

            await Task.Delay(Look, run.Context.Clock, cancellationToken);
        }
    }

    private static async Task<Sweep> ReadAsync(SweepProgress progress, string sweepId, CancellationToken cancellationToken) =>
        await progress.ReadAsync(sweepId, cancellationToken) ?? throw new InvalidOperationException($"sweep {sweepId} is not in the store any more");
}
