using Crawler.Contracts.Sellers;

namespace Crawler.Contracts.Listings;

/// <summary>An advert as last captured, with its history's ends. DOMAIN fields that a page can yield; absent values are null.</summary>
public sealed record Listing
{
    /// <summary><see cref="IdFor"/> of the site and its own id (or canonical address).</summary>
    public required string Id { get; init; }

    public required string SiteId { get; init; }

    /// <summary>The site's own id. Null: the address is the identity.</summary>
    public string? SiteListingId { get; init; }

    public required string Url { get; init; }

    public string? FinalUrl { get; init; }

    public required string Title { get; init; }

    /// <summary>The advert's text, white space tidied, line breaks kept.</summary>
    public string? Text { get; init; }

    /// <summary>ISO 639-1, detected from the text, else the page's own word.</summary>
    public string? Language { get; init; }

    public OfferKind OfferKind { get; init; } = OfferKind.Sale;

    public Availability Availability { get; init; } = Availability.Available;

    public PriceTag? Price { get; init; }

    public string? Category { get; init; }

    public string? Condition { get; init; }

    /// <summary>Items on offer.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>In grams, when title or text say a weight.</summary>
    public decimal? WeightGrams { get; init; }

    public string? Location { get; init; }

    public string? ShipsFrom { get; init; }

    public string? ShipsTo { get; init; }

    public SellerMention? Seller { get; init; }

    public ContactDetails Contacts { get; init; } = new();

    public IReadOnlyList<ListingImage> Images { get; init; } = [];

    /// <summary>As printed.</summary>
    public string? PostedText { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The last time a search or a capture showed it.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Which term hit, and where; over all watch lists that found it.</summary>
    public IReadOnlyList<TermHit> Hits { get; init; } = [];

    public IReadOnlyList<string> WatchListIds { get; init; } = [];

    /// <summary>0 to 100, of the advert, never of a person; <see cref="ScoreReasons"/> adds up to it.</summary>
    public int Score { get; init; }

    public IReadOnlyList<ScoreReason> ScoreReasons { get; init; } = [];

    /// <summary>The last sweep that showed it.</summary>
    public required string LastSweepId { get; init; }

    /// <summary>Its latest evidence, written before this listing referred to it.</summary>
    public required string CaptureId { get; init; }

    /// <summary><see cref="ListingRow.Fingerprint"/> of the row as last captured.</summary>
    public string? RowFingerprint { get; init; }

    /// <summary>Field name to the tier that produced it.</summary>
    public IReadOnlyDictionary<string, string> Tiers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public int SiteVersion { get; init; }

    public string? ParserVersion { get; init; }

    /// <summary>A site's listing: <c>site~hash</c>, stable over sweeps, safe in an address and in a file name.</summary>
    public static string IdFor(string siteId, string siteListingIdOrUrl) =>
        $"{siteId}~{DeterministicId.From("listing", siteId, siteListingIdOrUrl)[..16]}";
}

/// <summary>What is being offered.</summary>
public enum OfferKind
{
    Sale,
    Wanted,
    Sold,
    Discussion,
}

/// <summary>Whether it can still be had.</summary>
public enum Availability
{
    Available,
    Reserved,
    Sold,
    Gone,
}

/// <summary>An image of an advert.</summary>
public sealed record ListingImage
{
    public required string Url { get; init; }

    /// <summary>Of the stored bytes. Null: not fetched.</summary>
    public string? Sha256 { get; init; }

    public string? MediaType { get; init; }
}

/// <summary>One rule's share of a score.</summary>
public sealed record ScoreReason
{
    public required string Rule { get; init; }

    public required int Points { get; init; }

    /// <summary>In words, for the investigator.</summary>
    public required string Explanation { get; init; }
}
