using System.Globalization;
using Crawler.Contracts.Listings;

namespace Crawler.Extraction.Learning;

/// <summary>Fields of rows and adverts as texts that can be compared: equal exactly when they mean the same.</summary>
internal static class FieldValues
{
    public static string? Of(RowDraft row, string field) => field switch
    {
        "id" => row.Id,
        "url" => row.Url,
        "title" => row.Title,
        "price" => row.Price?.Fingerprint(),
        "image" => row.Image,
        "location" => row.Location,
        "seller" => row.Seller,
        "snippet" => row.Snippet,
        "postedAt" => row.PostedAt?.ToString("O", CultureInfo.InvariantCulture),
        "availability" => row.Availability?.ToString(),
        "sponsored" => row.Sponsored ? "yes" : null,
        _ => null,
    };

    public static string? Of(DetailDraft advert, string field) => field switch
    {
        "id" => advert.Id,
        "title" => advert.Title,
        "price" => advert.Price?.Fingerprint(),
        "description" => advert.Description,
        "images" => advert.Images.Count == 0 ? null : string.Join('\n', advert.Images),
        "seller" => advert.Seller?.Handle ?? advert.Seller?.DisplayName,
        "sellerUrl" => advert.Seller?.ProfileUrl,
        "location" => advert.Location,
        "postedAt" => advert.PostedAt?.ToString("O", CultureInfo.InvariantCulture),
        "category" => advert.Category,
        "condition" => advert.Condition,
        "availability" => advert.Availability?.ToString(),
        "quantity" => advert.Quantity?.ToString(CultureInfo.InvariantCulture),
        "shipsFrom" => advert.ShipsFrom,
        "shipsTo" => advert.ShipsTo,
        _ => null,
    };

    /// <summary>The same for people.</summary>
    public static string? Shown(RowDraft row, string field) => Cut(field == "price" ? Price(row.Price) : Of(row, field));

    /// <inheritdoc cref="Shown(RowDraft, string)"/>
    public static string? Shown(DetailDraft advert, string field) => Cut(field == "price" ? Price(advert.Price) : Of(advert, field));

    private static string? Price(PriceTag? price) => price is null ? null : price.Text
        ?? string.Create(CultureInfo.InvariantCulture, $"{price.Amount} {price.Currency}").Trim();

    private static string? Cut(string? text) => text is { Length: > 100 } ? text[..99].ReplaceLineEndings(" ") + "…" : text?.ReplaceLineEndings(" ");
}
