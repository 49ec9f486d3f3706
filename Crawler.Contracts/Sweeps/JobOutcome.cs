using Crawler.Contracts.Drift;

namespace Crawler.Contracts.Sweeps;

/// <summary>How a job, or one try of it, ended.</summary>
public sealed record JobOutcome
{
    public required OutcomeKind Kind { get; init; }

    /// <summary>In words, naming the thing: "429, asked to wait 30 s". Null when there is nothing to add.</summary>
    public string? Detail { get; init; }

    /// <summary>The address that was asked.</summary>
    public string? Url { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>"http" or "browser". Null: no page was fetched.</summary>
    public string? Tier { get; init; }

    /// <summary>Search: rows on the page, sponsored ones included.</summary>
    public int Rows { get; init; }

    public int RowsNew { get; init; }

    public int RowsChanged { get; init; }

    public int RowsUnchanged { get; init; }

    /// <summary>Search: the site had further pages, but the watch list allows no more.</summary>
    public bool MorePages { get; init; }

    /// <summary>Capture: what it came to. Null for a search, or a capture that failed.</summary>
    public CaptureResult? Result { get; init; }

    /// <summary>How the page let itself be read. Null: no page was read.</summary>
    public PageProfile? Page { get; init; }

    /// <summary>Capture: observations written.</summary>
    public int Observations { get; init; }

    /// <summary>From taking the job to ending it, waiting for the pace included.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>What a capture came to.</summary>
public enum CaptureResult
{
    New,
    Changed,
    Unchanged,

    /// <summary>The advert is no longer there.</summary>
    Gone,

    /// <summary>No term of the list occurs in it; nothing was kept but its row's fingerprint.</summary>
    NotRelevant,
}

/// <summary>Every way a page can turn out. Wire format: names are stored and shown.</summary>
public enum OutcomeKind
{
    Ok,
    NotModified,

    /// <summary>The site says, in its own words, that nothing matches.</summary>
    Empty,
    NotFound,
    Gone,

    /// <summary>HTTP 200, but the page says that there is nothing here.</summary>
    SoftNotFound,
    Throttled,
    Blocked,
    Captcha,
    ConsentWall,
    LoginRequired,

    /// <summary>Neither rows nor the site's empty page: the layout has changed.</summary>
    Drifted,
    TooLarge,
    Timeout,
    RedirectLoop,

    /// <summary>5xx after all retries.</summary>
    ServerError,
    NetworkError,
    RobotsDisallowed,

    /// <summary>The page is not what it claims to be: undecodable, or not a page at all.</summary>
    Unreadable,

    /// <summary>The site is switched off, or unknown.</summary>
    SiteDisabled,

    /// <summary>There was more than the list or the operator allows to be read.</summary>
    LimitReached,

    /// <summary>No request was made, and nobody else stood in the way: the sweep was cancelled, or no term of the list is in a language of the site.</summary>
    NotAsked,

    /// <summary>Our own fault, after all attempts; the log has the exception.</summary>
    InternalError,
}
