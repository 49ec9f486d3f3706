using Crawler.Contracts.Sweeps;

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
