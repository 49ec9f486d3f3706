using System.CommandLine;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch list</c>: the watch lists and how they fare.</summary>
internal static class WatchListCommand
{
    public static Command Create(PatrolContext context) =>
        new Command("list", "List the watch lists, with next run and last sweep.") { SharedOptions.Json }
            .WithExamples("patrol watch list", "patrol watch list --json")
            .Handle(context, (run, cancellationToken) => run.ReadStoreAsync(store => ListAsync(run, store, cancellationToken), cancellationToken));

    private static async Task<int> ListAsync(CommandRun run, IDocumentStore store, CancellationToken cancellationToken)
    {
        var lists = new List<WatchListStatus>();
        await foreach (var list in store.QueryAllAsync(LedgerCollections.WatchLists, new DocumentQuery { Limit = 1000 }, cancellationToken))
        {
            lists.Add(await WatchListStatus.ReadAsync(store, list.Value, cancellationToken));
        }

        if (run.Json)
        {
            return run.Print(new WatchListsReport(lists));
        }

        WatchListsView.Write(run.Console, lists);
        return ExitCodes.Ok;
    }

    private sealed record WatchListsReport(IReadOnlyList<WatchListStatus> WatchLists);
}
