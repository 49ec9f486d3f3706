using System.Globalization;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;

namespace Crawler.Extraction.Fixtures;

/// <summary>What was read, field by field as text; null: the field is not there.</summary>
internal static class FieldTexts
{
    public static string? Of(ListingRow row, string field) => field switch
    {
        "id" => row.Id,
        "url" => row.Url,
        "title" => row.Title,
        "price" => Price(row.Price),
        "currency" => row.Price?.Currency,
        "image" => row.Image,
        "location" => row.Location,
        "postedAt" => Instant(row.PostedAt) ?? row.PostedText,
        "seller" => row.Seller,
        "sponsored" => row.Sponsored ? "yes" : null,
        "snippet" => row.Snippet,
        "availability" => row.Availability?.ToString(),
        _ => throw new ArgumentException($"no row field '{field}'", nameof(field)),
    };

    public static string? Of(DetailReading detail, string field) => field switch
    {
        "id" => detail.Id,
        "title" => detail.Title,
        "price" => Price(detail.Price),
        "currency" => detail.Price?.Currency,
        "description" => detail.Description,
        "images" => detail.Images.Count > 0 ? detail.Images[0] : null,
        "seller" => Name(detail.Seller),
        "sellerUrl" => detail.Seller?.ProfileUrl,
        "location" => detail.Location,
        "postedAt" => Instant(detail.PostedAt) ?? detail.PostedText,
        "category" => detail.Category,
        "condition" => detail.Condition,
        "availability" => detail.Availability?.ToString(),
        "quantity" => detail.Quantity?.ToString("0.######", CultureInfo.InvariantCulture),
        "shipsFrom" => detail.ShipsFrom,
        "shipsTo" => detail.ShipsTo,
        _ => throw new ArgumentException($"no detail field '{field}'", nameof(field)),
    };

    private static string? Name(SellerMention? seller) => seller?.DisplayName ?? seller?.Handle;

    private static string? Price(PriceTag? price) => price switch
    {
        null => null,
        { Amount: { } amount } => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00######} {price.Currency}").TrimEnd(),
        _ => price.Kind.ToString(),
    };

    private static string? Instant(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
