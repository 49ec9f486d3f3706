namespace Crawler.Contracts.Sweeps;

/// <summary>
/// Which sweep a watch list may run: one document per list, taken by compare-and-set before the sweep exists, so that two never overlap. It is free when its
/// sweep has ended, and carries what is needed to create the sweep should its taker die.
/// </summary>
public sealed record SweepClaim
{
    public required string WatchListId { get; init; }

    public required string SweepId { get; init; }

    public required SweepTrigger Trigger { get; init; }

    public required DateTimeOffset ScheduledFor { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The sweep's document exists.</summary>
    public bool Settled { get; init; }
}
