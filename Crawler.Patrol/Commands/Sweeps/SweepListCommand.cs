using System.CommandLine;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Sweeps;

/// <summary><c>patrol sweep list</c>: the latest sweeps.</summary>
internal static class SweepListCommand
{
    public static Command Create(PatrolContext context)
    {
        var watchList = new Option<string?>("--watchlist") { Description = "Only sweeps of this watch list.", HelpName = "ID" };
        var limit = SharedOptions.Limit(20);
        return new Command("list", "List sweeps, latest first.") { watchList, limit, SharedOptions.Json }
            .WithExamples("patrol sweep list", "patrol sweep list --watchlist ivory --limit 5", "patrol sweep list --json")
            .Handle(context, (run, cancellationToken) => run.ReadStoreAsync(
                store => ListAsync(run, store, run.Parse.GetValue(watchList), run.Parse.GetValue(limit), cancellationToken), cancellationToken));
    }

    private static async Task<int> ListAsync(CommandRun run, IDocumentStore store, string? watchList, int limit, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Where = watchList is null ? [] : [Filter.AnyOf(SweepFields.WatchListId, watchList)],
            OrderBy = new Sort(SweepFields.ScheduledFor, Descending: true),
            Limit = Math.Min(limit, 1000),
        };
        var sweeps = await store.QueryAllAsync(LedgerCollections.Sweeps, query, cancellationToken).Take(limit).Select(s => s.Value)
            .ToListAsync(cancellationToken);
        if (run.Json)
        {
            return run.Print(new SweepsReport(sweeps));
        }

        SweepsView.Write(run.Console, sweeps);
        return ExitCodes.Ok;
    }

    private sealed record SweepsReport(IReadOnlyList<Sweep> Sweeps);
}
