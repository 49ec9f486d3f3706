using Crawler.Contracts.Sites;

namespace Crawler.Ledger.Workers;

/// <summary>One site's work that has not ended, over all sweeps, and what governs how fast it goes.</summary>
public sealed record SiteQueue
{
    public required string SiteId { get; init; }

    /// <summary>The id again when the site is not in the store any more.</summary>
    public required string Name { get; init; }

    public required SiteQueueState State { get; init; }

    /// <summary>Workers that are heard from and have joined the site's queue.</summary>
    public int Workers { get; init; }

    /// <summary>Jobs in workers' hands.</summary>
    public long InHand { get; init; }

    /// <summary>Jobs on the bus: sent, and not begun.</summary>
    public long OnBus { get; init; }

    /// <summary>Jobs in the ledger that are still to be sent.</summary>
    public long Waiting { get; init; }

    /// <summary>Those among the <see cref="Waiting"/> that were put off to a later instant.</summary>
    public long PutOff { get; init; }

    /// <summary>
    /// When the first waiting job is, or was, due. In the past: the longest wait began then. In the future: nothing is sent before. Null: nothing waits.
    /// </summary>
    public DateTimeOffset? FirstDueAt { get; init; }

    /// <summary>The least time between two requests to one host. Null: the site is not in the store any more.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The site's hosts as far as they have been asked, each with its next free slot and, if it is left alone for longer, why.</summary>
    public IReadOnlyList<HostPace> Hosts { get; init; } = [];

    /// <summary>How the site last fared. Null: never asked.</summary>
    public SiteStatus? Status { get; init; }
}

/// <summary>How a site's queue stands.</summary>
public enum SiteQueueState
{
    /// <summary>No work.</summary>
    Idle,

    /// <summary>A worker has a job of it in hand.</summary>
    Working,

    /// <summary>There is work, due or to come, and nothing keeps workers from it.</summary>
    Waiting,

    /// <summary>There is work, and one of its hosts is left alone for longer than its pace.</summary>
    Paused,

    /// <summary>There is work, and no worker listens.</summary>
    Unattended,

    /// <summary>The kill switch is set.</summary>
    SwitchedOff,
}

/// <summary>All queues at one instant.</summary>
/// <param name="At">When they were read.</param>
/// <param name="Queues">By name, those with work or a state worth a word before the idle ones.</param>
/// <param name="OtherPauses">Hosts that are left alone and belong to no site's own addresses, such as picture hosts.</param>
public sealed record QueueOverview(DateTimeOffset At, IReadOnlyList<SiteQueue> Queues, IReadOnlyList<HostPace> OtherPauses);
