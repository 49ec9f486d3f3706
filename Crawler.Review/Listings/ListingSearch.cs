using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Review.Listings;

/// <summary>Finds and counts listings.</summary>
internal sealed class ListingSearch(IDocumentStore store)
{
    /// <summary>One page. Null: the cursor belongs to another query.</summary>
    public async Task<Page<Listing>?> PageAsync(ListingQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await store.QueryAsync(LedgerCollections.Listings, query.ToDocumentQuery(), cancellationToken);
        }
        catch (ArgumentException) when (query.After is not null)
        {
            return null;
        }
    }

    public Task<long> CountAsync(ListingQuery query, CancellationToken cancellationToken) =>
        store.CountAsync(LedgerCollections.Listings, query.ToDocumentQuery(), cancellationToken);

    /// <summary>
    /// Counts by facet name. A facet whose own field is selected counts as if it were not, so that its other values can be chosen as well.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>> FacetsAsync(
        ListingQuery query, IReadOnlyList<ListingFacet> facets, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        var all = query.ToDocumentQuery();
        var plain = facets.Where(f => query.ToDocumentQuery(f.Field).Where.Count == all.Where.Count).ToList();
        if (plain.Count > 0)
        {
            var counts = await store.FacetsAsync(LedgerCollections.Listings, all, [.. plain.Select(f => f.ToRequest())], cancellationToken);
            for (int i = 0; i < plain.Count; i++)
            {
                found[plain[i].Name] = counts[i];
            }
        }

        foreach (var facet in facets.Except(plain))
        {
            var counts = await store.FacetsAsync(LedgerCollections.Listings, query.ToDocumentQuery(facet.Field), [facet.ToRequest()], cancellationToken);
            found[facet.Name] = counts[0];
        }

        return found;
    }
}
