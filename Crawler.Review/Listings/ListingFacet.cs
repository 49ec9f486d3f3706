using Crawler.Storage.Documents;

namespace Crawler.Review.Listings;

/// <summary>A count the listings can be broken down by.</summary>
/// <param name="Name">As in the API and the address.</param>
/// <param name="Field">The indexed field.</param>
/// <param name="Bands">Inner bounds, for numbers.</param>
internal sealed record ListingFacet(string Name, string Field, IReadOnlyList<FieldValue>? Bands = null)
{
    /// <summary>Bounds between price bands, in the currency printed.</summary>
    public static IReadOnlyList<double> PriceBounds { get; } = [10, 50, 100, 250, 500, 1000, 5000];

    public static ListingFacet Site { get; } = new("site", "site");

    public static ListingFacet WatchList { get; } = new("watchList", "watchList");

    public static ListingFacet Topic { get; } = new("topic", "topic");

    public static ListingFacet Term { get; } = new("term", "term");

    public static ListingFacet Language { get; } = new("language", "language");

    public static ListingFacet Availability { get; } = new("availability", "availability");

    public static ListingFacet Offer { get; } = new("offer", "offerKind");

    public static ListingFacet Price { get; } = new("price", "price", [.. PriceBounds.Select(FieldValue.From)]);

    public static ListingFacet Day { get; } = new("day", "firstSeenAt");

    public static IReadOnlyList<ListingFacet> All { get; } = [Site, WatchList, Topic, Term, Language, Price, Day, Availability, Offer];

    public FacetRequest ToRequest() => new(Field, Limit: 50, Bands);
}
