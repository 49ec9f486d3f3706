namespace Crawler.Contracts.Sites;

/// <summary>
/// How a site is searched and how its result pages are read. Only <see cref="Url"/> is needed; without rules the generic tiers read the page.
/// </summary>
public sealed record SearchDefinition
{
    /// <summary>
    /// Address template, absolute or relative to the site's home. Placeholders: <c>{query}</c> (percent-encoded), <c>{page}</c>, <c>{offset}</c>,
    /// <c>{cursor}</c>. Filters follow a bar: <c>{query|slug}</c>, <c>{query|plus}</c>, <c>{query|lower}</c>. <c>{&amp;after=cursor}</c> is a parameter that
    /// is left out while it has no value.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>What is posted to <see cref="Url"/>. Null: the address alone says what is searched.</summary>
    public SearchPost? Post { get; init; }

    /// <summary>What <c>{page}</c> counts from. Default 1.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>Rows per page, for <c>{offset}</c>. Default 20.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>How the next page is found. Default <see cref="Paging.Auto"/>.</summary>
    public Paging Paging { get; init; } = Paging.Auto;

    /// <summary>Default <see cref="PageFormat.Html"/>.</summary>
    public PageFormat Format { get; init; } = PageFormat.Html;

    /// <summary>CSS selectors (HTML) or JSON paths that pick the rows, first that matches wins. Empty: rows are found by the generic tiers.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>
    /// Field name to a fallback chain of rules. Names: id, url, title, price, currency, image, location, postedAt, seller, sponsored, snippet, availability.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> Fields { get; init; } =
        new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal);

    /// <summary>Rules for the link to the next page. Empty: <c>rel=next</c>, then the generic tier.</summary>
    public IReadOnlyList<FieldRule> NextPage { get; init; } = [];

    /// <summary>Rules for what <c>{cursor}</c> is on the next page. Empty: the site has no cursor.</summary>
    public IReadOnlyList<FieldRule> Cursor { get; init; } = [];

    /// <summary>CSS selector of the button that adds rows to the page. Null: there is none.</summary>
    public string? More { get; init; }
}

/// <summary>How a search goes on after its first page.</summary>
public enum Paging
{
    /// <summary>
    /// The next-page link if there is one, else the cursor, else the page number while the template has <c>{page}</c> or <c>{offset}</c> and pages are full.
    /// </summary>
    Auto,

    /// <summary>Only the page's own next link.</summary>
    Link,

    /// <summary><c>{page}</c> or <c>{offset}</c> until a page has fewer rows than <see cref="SearchDefinition.PageSize"/>.</summary>
    Number,

    /// <summary>One page (or one page that grows by scrolling).</summary>
    None,

    /// <summary><c>{cursor}</c>, as long as a page names another one.</summary>
    Cursor,

    /// <summary>The answer's header <c>Link</c> with <c>rel="next"</c> (RFC 8288).</summary>
    LinkHeader,

    /// <summary>One page that grows when it is scrolled to its end (browser tier).</summary>
    Scroll,

    /// <summary>One page that grows when the button <see cref="SearchDefinition.More"/> is pressed (browser tier).</summary>
    More,
}

/// <summary>What a page is made of.</summary>
public enum PageFormat
{
    Html,
    Json,
}
