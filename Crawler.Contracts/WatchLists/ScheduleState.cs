namespace Crawler.Contracts.WatchLists;

/// <summary>What the scheduler remembers of a list's schedule, so that nights missed while it was down are made up for, once.</summary>
public sealed record ScheduleState
{
    public required string WatchListId { get; init; }

    /// <summary>The schedule this state was computed from.</summary>
    public required WatchSchedule Schedule { get; init; }

    /// <summary>Fire times up to this instant have been dealt with (fired, refused, or passed over because the list was paused).</summary>
    public required DateTimeOffset HandledUntil { get; init; }

    /// <summary>The last fire time that was acted on. Null: none yet.</summary>
    public DateTimeOffset? LastFireAt { get; init; }

    /// <summary>The sweep it started. Null: none yet.</summary>
    public string? LastSweepId { get; init; }

    /// <summary>Why the last fire time started no sweep, in words. Null: it did.</summary>
    public string? LastRefusal { get; init; }

    /// <summary>The next run. Null: paused, never again, or <see cref="Problem"/>.</summary>
    public DateTimeOffset? NextFireAt { get; init; }

    /// <summary>What is wrong with the schedule, naming the field. Null: nothing.</summary>
    public string? Problem { get; init; }
}
