using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Review.Listings;

/// <summary>What is kept about a listing besides itself, newest first, the latest thousand of each.</summary>
internal static class ListingHistory
{
    private const int Most = 1000;

    public static async Task<IReadOnlyList<Observation>> ObservationsAsync(IDocumentStore store, string listingId, CancellationToken cancellationToken)
    {
        var page = await store.QueryAsync(LedgerCollections.Observations, Of(listingId), cancellationToken);
        return [.. page.Items.Select(i => i.Value)];
    }

    public static async Task<IReadOnlyList<Capture>> CapturesAsync(IDocumentStore store, string listingId, CancellationToken cancellationToken)
    {
        var page = await store.QueryAsync(LedgerCollections.Captures, Of(listingId), cancellationToken);
        return [.. page.Items.Select(i => i.Value)];
    }

    private static DocumentQuery Of(string listingId) => new()
    {
        Where = [Filter.AnyOf(ObservationFields.ListingId, listingId)],
        OrderBy = new Sort(ObservationFields.At, Descending: true),
        Limit = Most,
    };
}
