using System.Text.Json.Serialization;
using Crawler.Contracts.WatchLists;

namespace Crawler.Contracts.Sweeps;

/// <summary>One search of all sites of a watch list. Its jobs are its progress; it ends when all of them have.</summary>
public sealed record Sweep
{
    /// <summary><see cref="IdFor"/> of list and instant, so that one night starts one sweep however many schedulers run.</summary>
    public required string Id { get; init; }

    public required string WatchListId { get; init; }

    /// <summary>The list as it stood when the sweep was planned; jobs are judged by this, not by later edits.</summary>
    public required WatchList WatchList { get; init; }

    public required SweepTrigger Trigger { get; init; }

    /// <summary>The instant the schedule named, or the instant somebody asked.</summary>
    public required DateTimeOffset ScheduledFor { get; init; }

    public required SweepState State { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public IReadOnlyList<SiteSweep> Sites { get; init; } = [];

    /// <summary>Somebody wants it to stop: what has not begun is skipped, what is under way ends. Null: nobody does.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    public string? CancelReason { get; init; }

    /// <summary>
    /// When <see cref="Messages.SweepFinished"/> was handed to the bus. Null on an ended sweep: the process died just before; the reconciler says it again.
    /// </summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    [JsonIgnore]
    public bool HasEnded => State is SweepState.Finished or SweepState.Cancelled;

    /// <summary>The sweep of a list at an instant (to the second, UTC).</summary>
    public static string IdFor(string watchListId, DateTimeOffset scheduledFor) =>
        DeterministicId.From(
            "sweep", watchListId, scheduledFor.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>How a sweep came about.</summary>
public enum SweepTrigger
{
    Schedule,
    Manual,
}

/// <summary>Where a sweep is.</summary>
public enum SweepState
{
    /// <summary>Its document exists, its first jobs may not yet.</summary>
    Planned,
    Running,
    Finished,
    Cancelled,
}
