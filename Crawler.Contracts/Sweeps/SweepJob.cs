using Crawler.Contracts.Listings;

namespace Crawler.Contracts.Sweeps;

/// <summary>
/// One piece of work, in the ledger before it is on the bus. Its id is a function of what it does, so planning it twice plans it once; its state changes only
/// by compare-and-set, so sending it twice does it once.
/// </summary>
public sealed record SweepJob
{
    public required string Id { get; init; }

    public required string SweepId { get; init; }

    public required string WatchListId { get; init; }

    public required string SiteId { get; init; }

    public required JobKind Kind { get; init; }

    public required JobState State { get; init; }

    /// <summary>Higher goes first. 0 nightly, 10 run by hand.</summary>
    public int Priority { get; init; }

    /// <summary>How often a worker has really tried. Being throttled does not count.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it was put off because the site asked to wait.</summary>
    public int Postponements { get; init; }

    /// <summary>How often its worker died with the job in hand. A job that keeps killing its worker ends Failed instead of going round for ever.</summary>
    public int LostLeases { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be sent before this instant.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The worker that holds it while <see cref="JobState.Running"/>.</summary>
    public string? WorkerId { get; init; }

    /// <summary>While running: after this instant the worker counts as dead and the job is sent again.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Set on <see cref="JobKind.Search"/>.</summary>
    public SearchTarget? Search { get; init; }

    /// <summary>Set on <see cref="JobKind.Capture"/>.</summary>
    public CaptureTarget? Capture { get; init; }

    /// <summary>How it ended, or, while it waits to be tried again, how the last try ended.</summary>
    public JobOutcome? Outcome { get; init; }

    public bool IsTerminal => State is JobState.Done or JobState.Failed or JobState.Skipped;

    /// <summary>The job that reads one result page.</summary>
    public static string SearchId(string sweepId, string siteId, string query, int page) =>
        DeterministicId.From("search", sweepId, siteId, query, page.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The job that captures one listing, once per sweep however many terms find it.</summary>
    public static string CaptureId(string sweepId, string listingId) => DeterministicId.From("capture", sweepId, listingId);
}

/// <summary>What a job does.</summary>
public enum JobKind
{
    Search,
    Capture,
}

/// <summary>Where a job is.</summary>
public enum JobState
{
    /// <summary>In the ledger, waiting to be sent (perhaps not before <see cref="SweepJob.DueAt"/>).</summary>
    Pending,

    /// <summary>On the bus.</summary>
    Sent,

    /// <summary>In a worker's hands until its lease runs out.</summary>
    Running,

    /// <summary>Ended with an answer (which may be "not found").</summary>
    Done,

    /// <summary>Ended without an answer: what it should have seen was not seen.</summary>
    Failed,

    /// <summary>Ended without a request: robots.txt, kill switch.</summary>
    Skipped,
}

/// <summary>A result page to read.</summary>
public sealed record SearchTarget
{
    /// <summary>The text sent to the site's search.</summary>
    public required string Query { get; init; }

    /// <summary>1 for the first page, whatever the site counts from.</summary>
    public required int Page { get; init; }

    /// <summary>The address the previous page named. Null: from the site's template.</summary>
    public string? Url { get; init; }

    /// <summary>The cursor the previous page named. Null: none.</summary>
    public string? Cursor { get; init; }
}

/// <summary>An advert page to capture.</summary>
public sealed record CaptureTarget
{
    /// <summary><see cref="Listing.Id"/>.</summary>
    public required string ListingId { get; init; }

    /// <summary>The site's own id, when the row gave one.</summary>
    public string? SiteListingId { get; init; }

    public required string Url { get; init; }

    public required CaptureReason Reason { get; init; }

    /// <summary>The row that asked for it. Null for <see cref="CaptureReason.Recheck"/>.</summary>
    public ListingRow? Row { get; init; }

    /// <summary>The query whose page showed the row.</summary>
    public string? Query { get; init; }
}

/// <summary>Why a listing is captured.</summary>
public enum CaptureReason
{
    New,

    /// <summary>Its row differs from when it was last captured.</summary>
    Changed,

    /// <summary>Known, but no search of this sweep showed it.</summary>
    Recheck,
}
