using System.CommandLine;
using Crawler.Patrol.Views;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch show</c>: one watch list in full.</summary>
internal static class WatchShowCommand
{
    public static Command Create(PatrolContext context) =>
        WatchListTarget.Command("show", "Show one watch list: terms, sites, schedule, next run and last sweep.", context, async (run, store, list, cancellationToken) =>
        {
            var status = await WatchListStatus.ReadAsync(store, list, cancellationToken);
            if (run.Json)
            {
                return run.Print(status);
            }

            WatchListView.Write(run.Console, status);
            return ExitCodes.Ok;
        }).With(SharedOptions.Json).WithExamples("patrol watch show ivory", "patrol watch show ivory --json");
}
