using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Review.Hosting;
using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Crawler.Review.Listings;

/// <summary>Search and single listings.</summary>
internal static class ListingsApi
{
    public static void MapListings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/listings", FindAsync)
            .WithTags("Listings").WithSummary("Listings that match, one page at a time, with counts by facet.")
            .WithDescription(
                "Parameters that may repeat mean 'one of'. text: words, prefixes, \"quoted phrases\". since, until: first seen (UTC). minPrice inclusive, maxPrice exclusive. "
                + "sort: new, price, seen, score. limit: 1 to 200. after: 'next' of the page before. "
                + "facets: names separated by commas, or all: site, watchList, topic, term, language, price, day, availability, offer.")
            .AddOpenApiOperationTransformer(ListingParameters.DescribeAsync)
            .Produces<ListingPageReply>().ProducesValidationProblem();
        api.MapGet("/listings/{id}", GetAsync)
            .WithTags("Listings").WithSummary("One listing with its observations and captures, newest first.")
            .Produces<ListingDetail>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> FindAsync(HttpRequest request, ListingSearch search, CancellationToken cancellationToken)
    {
        var (query, errors) = ListingQueryText.Parse(request.Query, "facets");
        var (facets, facetError) = ParseFacets(request.Query["facets"]);
        if (errors.Count > 0 || facetError is not null)
        {
            var all = errors.ToDictionary(StringComparer.Ordinal);
            if (facetError is not null)
            {
                all["facets"] = [facetError];
            }

            return Problems.Invalid(all);
        }

        var page = await search.PageAsync(query, cancellationToken);
        if (page is null)
        {
            return Problems.Invalid(
                "after", "after is not a cursor of this query; valid: 'next' of a page of the same text, filters and sort, or nothing for the first page");
        }

        return Results.Ok(new ListingPageReply(
            [.. page.Items.Select(i => i.Value)],
            page.Next,
            await search.CountAsync(query, cancellationToken),
            facets.Count == 0 ? null : await search.FacetsAsync(query, facets, cancellationToken)));
    }

    private static (IReadOnlyList<ListingFacet> Facets, string? Error) ParseFacets(StringValues values)
    {
        var names = values.OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        if (names.Contains("all", StringComparer.OrdinalIgnoreCase))
        {
            return (ListingFacet.All, null);
        }

        var facets = new List<ListingFacet>();
        foreach (string name in names)
        {
            if (ListingFacet.All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } facet)
            {
                return ([], $"facet '{name}' is not known; valid: all, {string.Join(", ", ListingFacet.All.Select(f => f.Name))}");
            }

            facets.Add(facet);
        }

        return ([.. facets.Distinct()], null);
    }

    private static async Task<IResult> GetAsync(string id, IDocumentStore store, CancellationToken cancellationToken)
    {
        var listing = await store.GetAsync(LedgerCollections.Listings, id, cancellationToken);
        return listing is null
            ? Problems.NotFound("listing", id)
            : Results.Ok(new ListingDetail(
                listing.Value,
                await ListingHistory.ObservationsAsync(store, id, cancellationToken),
                await ListingHistory.CapturesAsync(store, id, cancellationToken)));
    }
}

/// <summary>A page of listings.</summary>
/// <param name="Next">For <c>after</c>. Null: that was all.</param>
/// <param name="Total">All that match, on every page.</param>
/// <param name="Facets">Counts by facet name. Null: none asked for.</param>
internal sealed record ListingPageReply(
    IReadOnlyList<Listing> Items, string? Next, long Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? Facets);

/// <summary>A listing and its history, newest first.</summary>
internal sealed record ListingDetail(Listing Listing, IReadOnlyList<Observation> Observations, IReadOnlyList<Capture> Captures);
