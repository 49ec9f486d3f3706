namespace Crawler.Contracts.Sites;

/// <summary>How an advert's own page is read.</summary>
public sealed record DetailDefinition
{
    /// <summary>Address template for the page that is fetched, with <c>{id}</c>; null: the row's own address.</summary>
    public string? Url { get; init; }

    public PageFormat Format { get; init; } = PageFormat.Html;

    /// <summary>
    /// Field name to a fallback chain of rules. Names: id, title, price, currency, description, images, seller, sellerUrl, location, postedAt, category,
    /// condition, availability, quantity, shipsFrom, shipsTo.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> Fields { get; init; } =
        new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal);

    /// <summary>A regular expression whose first group is the site's own id in an advert's address. Null: the generic rule.</summary>
    public string? IdFromUrl { get; init; }
}
