namespace Crawler.Contracts.Sites;

/// <summary>The verdict on a site: what it is like now, by whose evidence, and what has changed. Given by <c>patrol site check</c> and by sweeps.</summary>
public sealed record SiteHealth
{
    public required string SiteId { get; init; }

    public required SiteCondition Condition { get; init; }

    /// <summary>In words: the marker, selector or figure that decided. Null: nothing to add.</summary>
    public string? Detail { get; init; }

    /// <summary>When the pages it judges by were fetched (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><see cref="SiteDefinition.Version"/> of the definition that was judged.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>A page that shows it. Null: none was fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Rows seen on the pages that were judged.</summary>
    public int Rows { get; init; }

    /// <summary>What reads differently than before or than expected, loudest first: rows, single fields, the next page. Empty: nothing.</summary>
    public IReadOnlyList<SiteChange> Changes { get; init; } = [];
}

/// <summary>What a site is like. Wire format: names are stored and shown.</summary>
public enum SiteCondition
{
    /// <summary>Rows and fields come as they always did.</summary>
    Healthy,

    /// <summary>The site says, in its own words, that nothing matches.</summary>
    Empty,

    /// <summary>The page came, but rows or fields are not where the definition says.</summary>
    Drifted,

    /// <summary>The site refuses.</summary>
    Blocked,

    /// <summary>The site shows its pages to members only.</summary>
    Login,

    /// <summary>A consent wall hides the pages.</summary>
    Consent,

    /// <summary>The site wants a question for humans answered.</summary>
    Captcha,

    /// <summary>The address of the search does not exist any more.</summary>
    Gone,

    /// <summary>No answer, errors, throttling, a circle of redirects: try later.</summary>
    Unreachable,

    /// <summary>Not asked: switched off, or robots.txt asks not to.</summary>
    NotAsked,
}
