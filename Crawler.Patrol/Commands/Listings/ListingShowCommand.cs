using System.CommandLine;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Commands.Lookup;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Listings;

/// <summary><c>patrol listing show</c>: everything that is known of one listing.</summary>
internal static class ListingShowCommand
{
    public static Command Create(PatrolContext context)
    {
        var id = new Argument<string>("ID") { Description = "The listing's id, or as much of its beginning as tells it from the others." };
        return new Command("show", "Show one listing: all fields, which terms hit and where, what changed, and its evidence with hashes.")
        {
            id, SharedOptions.Json,
        }
            .WithExamples("patrol listing show veilinghuis~3f2a91c0d4e5b687", "patrol listing show veilinghuis~3f2a --json")
            .Handle(context, (run, cancellationToken) =>
                run.ReadStoreAsync(store => ShowAsync(run, store, run.Parse.GetRequiredValue(id), cancellationToken), cancellationToken));
    }

    private static async Task<int> ShowAsync(CommandRun run, IDocumentStore store, string given, CancellationToken cancellationToken)
    {
        var match = await store.FindAsync(LedgerCollections.Listings, given, "listing", "patrol listings", cancellationToken);
        if (match is not IdMatch<Listing>.One { Value: var listing })
        {
            return run.Fail(((IdMatch<Listing>.Unclear)match).Message);
        }

        var history = new ListingHistory(
            listing,
            await AllOfAsync(store, LedgerCollections.Observations, listing.Id, cancellationToken),
            await AllOfAsync(store, LedgerCollections.Captures, listing.Id, cancellationToken));
        if (run.Json)
        {
            return run.Print(history);
        }

        ListingView.Write(run.Console, history);
        return ExitCodes.Ok;
    }

    /// <summary>Oldest first.</summary>
    private static async Task<IReadOnlyList<T>> AllOfAsync<T>(
        IDocumentStore store, DocumentCollection<T> collection, string listingId, CancellationToken cancellationToken)
        where T : class
    {
        var query = new DocumentQuery
        {
            Where = [Filter.AnyOf(ObservationFields.ListingId, listingId)], OrderBy = new Sort(ObservationFields.At), Limit = 1000,
        };
        return await store.QueryAllAsync(collection, query, cancellationToken).Select(d => d.Value).ToListAsync(cancellationToken);
    }
}
