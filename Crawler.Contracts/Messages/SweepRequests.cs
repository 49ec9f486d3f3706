using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;

namespace Crawler.Contracts.Messages;

/// <summary>Sweep a watch list now. Answered by <see cref="SweepAccepted"/> or <see cref="SweepRefused"/>.</summary>
public sealed record StartSweep
{
    public required string WatchListId { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public SweepTrigger Trigger { get; init; } = SweepTrigger.Manual;
}

/// <summary>The sweep exists and its first jobs are in the ledger.</summary>
public sealed record SweepAccepted
{
    public required string SweepId { get; init; }
}

/// <summary>No sweep was started.</summary>
public sealed record SweepRefused
{
    /// <summary>In words: "sweep 3f2a… of this list has been running since 02:00".</summary>
    public required string Reason { get; init; }

    /// <summary>The sweep that stands in the way, if one does.</summary>
    public string? RunningSweepId { get; init; }
}

/// <summary>A watch list was stored, edited, paused or removed: its schedule must be read again.</summary>
public sealed record WatchListChanged
{
    public required string WatchListId { get; init; }
}

/// <summary>Stop a sweep: jobs that have not begun are skipped, those under way end. Without effect on a sweep that has ended.</summary>
public sealed record CancelSweep
{
    public required string SweepId { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>In words, for the report. Null: not stated.</summary>
    public string? Reason { get; init; }
}

/// <summary>Is this schedule sound, and when would it run? Answered by <see cref="ScheduleChecked"/>.</summary>
public sealed record CheckSchedule
{
    public required WatchSchedule Schedule { get; init; }

    /// <summary>Runs are counted from here.</summary>
    public required DateTimeOffset After { get; init; }
}

/// <summary>The scheduler's word on a schedule.</summary>
public sealed record ScheduleChecked
{
    /// <summary>What is wrong, naming the field. Null: nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Up to five runs to come, as if the list were not paused.</summary>
    public IReadOnlyList<DateTimeOffset> NextRuns { get; init; } = [];
}
