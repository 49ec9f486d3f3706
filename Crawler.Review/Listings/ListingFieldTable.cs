using System.Globalization;
using Crawler.Contracts.Listings;
using Crawler.Review.Layout;

namespace Crawler.Review.Listings;

/// <summary>The fields that a page yielded, in words, each with the tier that read it.</summary>
internal static class ListingFieldTable
{
    /// <returns>Name, value, and the tier; null where none is recorded. Absent fields are left out.</returns>
    public static IReadOnlyList<(string Name, string Value, string? Tier)> Of(Listing listing)
    {
        var fields = new List<(string Name, string Value, string? Tier)>();
        Add("Site's own id", listing.SiteListingId, "id");
        Add("Price as printed", listing.Price?.Text, "price");
        Add("Price", listing.Price is null ? null : Words.Price(listing.Price), "price");
        Add("Category", listing.Category, "category");
        Add("Condition", listing.Condition, "condition");
        Add("Quantity", listing.Quantity?.ToString(CultureInfo.InvariantCulture), "quantity");
        Add("Weight", listing.WeightGrams is { } grams ? $"{Words.Amount(grams)} g" : null, "weight");
        Add("Place", listing.Location, "location");
        Add("Ships from", listing.ShipsFrom, "shipsFrom");
        Add("Ships to", listing.ShipsTo, "shipsTo");
        Add("Posted, as printed", listing.PostedText, "postedAt");
        Add("Posted", Instant(listing.PostedAt), "postedAt");
        Add("Gone since", Instant(listing.GoneAt), "");
        Add("Read by", listing.ParserVersion is { } parser ? $"parser {parser}, site definition {listing.SiteVersion}" : null, "");
        return fields;

        void Add(string name, string? value, string field)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                fields.Add((name, value, listing.Tiers.GetValueOrDefault(field)));
            }
        }

        static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }
}
