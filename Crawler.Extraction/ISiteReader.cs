using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Pages;

namespace Crawler.Extraction;

/// <summary>Reads pages. Takes text, does no I/O, never throws for what a page holds, and ends within its time and node limits.</summary>
public interface ISiteReader
{
    /// <summary>The rows of a search page and where it goes on.</summary>
    /// <param name="site">Null: no definition; the generic tiers only.</param>
    SearchReading ReadSearch(SiteDefinition? site, PageContent page);

    /// <summary>An advert's own page.</summary>
    /// <param name="site">Null: no definition; the generic tiers only.</param>
    DetailReading ReadDetail(SiteDefinition? site, PageContent page);
}

/// <summary>What a search page said.</summary>
public sealed record SearchReading
{
    /// <summary>
    /// Ok (there are rows), Empty (the page says so), or why it is not a result page: Blocked, Captcha, ConsentWall, LoginRequired, SoftNotFound,
    /// Drifted, Unreadable.
    /// </summary>
    public required OutcomeKind State { get; init; }

    /// <summary>In words: which marker decided.</summary>
    public string? StateDetail { get; init; }

    /// <summary>Unreadable because time ran out: the machine may have been overloaded, so that the page is worth another try.</summary>
    public bool OutOfTime { get; init; }

    public IReadOnlyList<ListingRow> Rows { get; init; } = [];

    /// <summary>Absolute. Null: the page names none.</summary>
    public Uri? NextPage { get; init; }

    /// <summary>The tier that found <see cref="NextPage"/>.</summary>
    public string? NextPageTier { get; init; }

    /// <summary>What the definition's cursor rules read. Null: the page names none, or there are no rules.</summary>
    public string? Cursor { get; init; }

    /// <summary>Rows that the definition's row rule picked; 0 when it fits nothing, whoever found <see cref="Rows"/>. Null: there is no such rule.</summary>
    public int? DefinedRows { get; init; }

    /// <summary>A sketch of the page's structure. Null: read without a definition.</summary>
    public string? Shape { get; init; }

    /// <summary>Kinds of machine-readable data that the page carries: jsonld, microdata, state. Empty without a definition.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>What an advert's page said.</summary>
public sealed record DetailReading
{
    /// <summary>
    /// Ok, or why it is not an advert: Gone or SoftNotFound (the page says it was removed), Blocked, Captcha, ConsentWall, LoginRequired, Drifted,
    /// Unreadable.
    /// </summary>
    public required OutcomeKind State { get; init; }

    public string? StateDetail { get; init; }

    /// <summary>Unreadable because time ran out: the machine may have been overloaded, so that the page is worth another try.</summary>
    public bool OutOfTime { get; init; }

    public string? Id { get; init; }

    /// <summary>rel=canonical or og:url when it lies on the page's own site, else null.</summary>
    public Uri? CanonicalUrl { get; init; }

    public string? Title { get; init; }

    public PriceTag? Price { get; init; }

    /// <summary>White space tidied, line breaks kept.</summary>
    public string? Description { get; init; }

    /// <summary>Absolute addresses, largest form of each, in page order.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    public SellerMention? Seller { get; init; }

    public string? Location { get; init; }

    public string? PostedText { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    public string? Category { get; init; }

    public string? Condition { get; init; }

    public Availability? Availability { get; init; }

    public decimal? Quantity { get; init; }

    public string? ShipsFrom { get; init; }

    public string? ShipsTo { get; init; }

    /// <summary>The page's own word for its language (html lang, og:locale), ISO 639-1. Null: none.</summary>
    public string? PageLanguage { get; init; }

    /// <summary>Field name to the tier that produced it.</summary>
    public IReadOnlyDictionary<string, string> Tiers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A sketch of the page's structure. Null: read without a definition.</summary>
    public string? Shape { get; init; }

    /// <summary>Kinds of machine-readable data that the page carries: jsonld, microdata, state. Empty without a definition.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
