using Crawler.Ledger.Collections;
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

    public static ListingFacet Site { get; } = new("site", ListingFields.Site);

    public static ListingFacet WatchList { get; } = new("watchList", ListingFields.WatchList);

    public static ListingFacet Topic { get; } = new("topic", ListingFields.Topic);

    public static ListingFacet Term { get; } = new("term", ListingFields.Term);

    public static ListingFacet Language { get; } = new("language", ListingFields.Language);

    public static ListingFacet Availability { get; } = new("availability", ListingFields.Availability);

    public static ListingFacet Offer { get; } = new("offer", ListingFields.OfferKind);

    public static ListingFacet Price { get; } = new("price", ListingFields.Price, [.. PriceBounds.Select(FieldValue.From)]);

    public static ListingFacet Day { get; } = new("day", ListingFields.FirstSeenAt);

    public static IReadOnlyList<ListingFacet> All { get; } = [Site, WatchList, Topic, Term, Language, Price, Day, Availability, Offer];

    public FacetRequest ToRequest() => new(Field, Limit: 50, Bands);
}
