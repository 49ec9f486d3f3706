using System.CommandLine;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Listings;

/// <summary><c>patrol listings</c>: finds listings.</summary>
internal static class ListingsCommand
{
    public static Command Create(PatrolContext context)
    {
        var options = new ListingsOptions(context.Clock);
        var command = new Command("listings", "Find listings that sweeps have captured.");
        options.AddTo(command);
        command.Add(SharedOptions.Json);
        return command
            .WithExamples(
                "patrol listings --since 24h",
                "patrol listings --text \"ivoor beeld\" --site veilinghuis --sort price",
                "patrol listings --topic ivory --min-price 500 --sort score --limit 100",
                "patrol listings --watchlist ivory --json")
            .Handle(context, (run, cancellationToken) => run.ReadStoreAsync(store => ListAsync(run, store, options, cancellationToken), cancellationToken));
    }

    private static async Task<int> ListAsync(CommandRun run, IDocumentStore store, ListingsOptions options, CancellationToken cancellationToken)
    {
        int limit = options.Limit(run.Parse);
        var query = options.Query(run.Parse);
        var found = await store.QueryAllAsync(LedgerCollections.Listings, query, cancellationToken).Take(limit).Select(l => l.Value)
            .ToListAsync(cancellationToken);
        long total = found.Count < limit ? found.Count : await store.CountAsync(LedgerCollections.Listings, query, cancellationToken);
        if (run.Json)
        {
            return run.Print(new ListingsReport(total, found));
        }

        ListingsView.Write(run.Console, found, total);
        return ExitCodes.Ok;
    }

    /// <param name="Total">How many match, whatever the limit.</param>
    /// <param name="Listings">In order.</param>
    private sealed record ListingsReport(long Total, IReadOnlyList<Listing> Listings);
}
