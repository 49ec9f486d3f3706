using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Messages;

/// <summary>A listing was captured and stored, new or again.</summary>
public sealed record ListingCaptured
{
    public required string ListingId { get; init; }

    public required string SiteId { get; init; }

    public required string WatchListId { get; init; }

    public required string SweepId { get; init; }

    public required string CaptureId { get; init; }

    public required string Title { get; init; }

    public required CaptureResult Result { get; init; }

    public required int Score { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// A worker has put a job down: it has ended, or waits to be tried again. Its place in the site's dispatch window is free, and it may have left new jobs
/// in the ledger: the
/// scheduler need not wait for its next look.
/// </summary>
public sealed record JobLeftWorker
{
    public required string JobId { get; init; }

    public required string SweepId { get; init; }

    public required string SiteId { get; init; }
}

/// <summary>All jobs of a sweep have ended.</summary>
public sealed record SweepFinished
{
    public required string SweepId { get; init; }

    public required string WatchListId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int ListingsNew { get; init; }

    public required int ListingsChanged { get; init; }

    public required int ListingsGone { get; init; }

    /// <summary>Pages that could not be seen.</summary>
    public required int NotSeen { get; init; }

    /// <summary>The verdicts on sites that are not as they were: drifted, blocked, behind a wall, empty, gone. Healthy ones are left out.</summary>
    public IReadOnlyList<SiteHealth> Sites { get; init; } = [];
}

/// <summary>
/// A sweep has found that a site's pages are no longer as its definition says. Whoever can read its pages proposes a repair; asking twice proposes once.
/// </summary>
public sealed record SiteDrifted
{
    public required string SiteId { get; init; }

    public required string SweepId { get; init; }

    public required SiteHealth Health { get; init; }
}

/// <summary>A site did not let itself be seen, or has changed.</summary>
public sealed record SiteTrouble
{
    public required string SiteId { get; init; }

    public required string SweepId { get; init; }

    public required OutcomeKind Outcome { get; init; }

    public string? Detail { get; init; }

    public string? Url { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The verdict on the site, when the sweep has come to one. Null: this is about one page.</summary>
    public SiteHealth? Health { get; init; }
}
