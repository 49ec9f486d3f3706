using Crawler.Contracts.Sites;

namespace Crawler.Contracts.Sweeps;

/// <summary>One site's part of a sweep: its phase while it runs, its totals and what was not seen when it has ended.</summary>
public sealed record SiteSweep
{
    public required string SiteId { get; init; }

    public string? SiteName { get; init; }

    /// <summary>
    /// Nobody had run the site's definition against the real site when the sweep began: what it found, and did not find, is to be read with that in mind.
    /// </summary>
    public bool Unverified { get; init; }

    public SitePhase Phase { get; init; } = SitePhase.Searching;

    /// <summary>Jobs by state while running; final when the sweep has ended.</summary>
    public JobCounts Jobs { get; init; } = new();

    public int RowsSeen { get; init; }

    public int ListingsNew { get; init; }

    public int ListingsChanged { get; init; }

    public int ListingsUnchanged { get; init; }

    public int ListingsGone { get; init; }

    /// <summary>Captured pages that turned out to hold no term of the list.</summary>
    public int NotRelevant { get; init; }

    /// <summary>What the sweep could not see on this site, and why. Empty: everything was seen.</summary>
    public IReadOnlyList<NotSeen> NotSeen { get; init; } = [];

    /// <summary>The loudest outcome: the one that best tells how the site fared.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The verdict on the site: what it is like, and what has changed. Null: not ended, or nothing was asked of it.</summary>
    public SiteHealth? Health { get; init; }
}

/// <summary>Where a site is in its sweep.</summary>
public enum SitePhase
{
    /// <summary>Search pages are being read; rows bring captures.</summary>
    Searching,

    /// <summary>Searches have ended; known listings that no search showed are looked at again.</summary>
    Rechecking,
    Ended,
}

/// <summary>How many jobs are in which state.</summary>
public sealed record JobCounts
{
    public int Pending { get; init; }

    public int Sent { get; init; }

    public int Running { get; init; }

    public int Done { get; init; }

    public int Failed { get; init; }

    public int Skipped { get; init; }

    public int Total => Pending + Sent + Running + Done + Failed + Skipped;

    public int Ended => Done + Failed + Skipped;
}

/// <summary>Something a sweep could not see: how often, why, and one address as an example.</summary>
public sealed record NotSeen
{
    public required OutcomeKind Outcome { get; init; }

    public required JobKind JobKind { get; init; }

    public required int Count { get; init; }

    /// <summary>In words, for the report.</summary>
    public required string Reason { get; init; }

    public string? ExampleUrl { get; init; }
}
