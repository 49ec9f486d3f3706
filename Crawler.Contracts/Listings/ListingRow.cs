namespace Crawler.Contracts.Listings;

/// <summary>What a search page says of an advert. Absent values are null.</summary>
public sealed record ListingRow
{
    /// <summary>The site's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Absolute, canonical.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    public PriceTag? Price { get; init; }

    /// <summary>Absolute address of the largest image shown.</summary>
    public string? Image { get; init; }

    public string? Location { get; init; }

    public string? Seller { get; init; }

    public string? Snippet { get; init; }

    public string? PostedText { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    public Availability? Availability { get; init; }

    /// <summary>Paid for: marked, not lost.</summary>
    public bool Sponsored { get; init; }

    /// <summary>Field name to the tier that produced it: definition, jsonld, microdata, opengraph, state, pattern, ...</summary>
    public IReadOnlyDictionary<string, string> Tiers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What must change for the advert to be captured again: title, price, availability.</summary>
    public string Fingerprint() => DeterministicId.From(
        Title ?? "", Price?.Fingerprint() ?? "", Availability?.ToString() ?? "");
}
