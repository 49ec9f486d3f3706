using System.CommandLine;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch pause</c> and <c>resume</c>: whether the schedule starts sweeps.</summary>
internal static class WatchPauseCommand
{
    public static Command CreatePause(PatrolContext context) => Create(
        "pause", "Stop a watch list's schedule. It can still be run by hand.", paused: true, context);

    public static Command CreateResume(PatrolContext context) => Create(
        "resume", "Let a paused watch list's schedule start sweeps again.", paused: false, context);

    private static Command Create(string name, string description, bool paused, PatrolContext context) =>
        WatchListTarget.Command(name, description, context, (run, store, list, cancellationToken) => SetAsync(run, store, list, paused, cancellationToken))
            .WithExamples($"patrol watch {name} ivory");

    private static async Task<int> SetAsync(CommandRun run, IDocumentStore store, WatchList list, bool paused, CancellationToken cancellationToken)
    {
        var now = run.Context.Clock.GetUtcNow();
        await store.UpdateAsync(
            LedgerCollections.WatchLists,
            list.Id,
            l => l is null || l.Schedule.Paused == paused ? l : l with { Schedule = l.Schedule with { Paused = paused }, UpdatedAt = now },
            cancellationToken);
        run.Context.Out.WriteLine(
            $"'{list.Id}' {(list.Schedule.Paused == paused ? "was already" : "is now")} {(paused ? "paused" : "running to its schedule")} ({list.Schedule.Cron}, {list.Schedule.TimeZone}).");
        return ExitCodes.Ok;
    }
}
