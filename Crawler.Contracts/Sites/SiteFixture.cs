using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Sites;

/// <summary>A saved page that a definition is proven on, and what must be read from it.</summary>
public sealed record SiteFixture
{
    /// <summary>The page, relative to the folder of the site file and within it.</summary>
    public required string File { get; init; }

    /// <summary>The address it was saved from.</summary>
    public required Uri Url { get; init; }

    /// <summary>Default <see cref="FixtureKind.Search"/>.</summary>
    public FixtureKind Kind { get; init; } = FixtureKind.Search;

    /// <summary>What the page is. Default <see cref="OutcomeKind.Ok"/>: rows, or an advert.</summary>
    public OutcomeKind State { get; init; } = OutcomeKind.Ok;

    /// <summary>Search: how many rows, sponsored ones included. Null: not checked.</summary>
    public int? Rows { get; init; }

    /// <summary>Search: whether the page leads to a next one. Null: not checked.</summary>
    public bool? NextPage { get; init; }

    /// <summary>Search: field to the number of rows that have it.</summary>
    public IReadOnlyDictionary<string, int> Filled { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// Field to its value, of the first row or of the advert. A price is written <c>12.50 EUR</c>, an instant as ISO 8601 in UTC, images as the first
    /// address.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What a saved page is read as.</summary>
public enum FixtureKind
{
    Search,
    Detail,
}
