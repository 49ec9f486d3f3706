namespace Crawler.Contracts.Workers;

/// <summary>What a worker last said of itself; one document per worker, written at every heartbeat and removed when the worker stops in good order.</summary>
public sealed record WorkerStatus
{
    /// <summary>A worker that has not been heard from for this long is forgotten.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromDays(1);

    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(15);

    /// <summary>The name in leases and evidence.</summary>
    public required string Id { get; init; }

    public required string Machine { get; init; }

    public required int ProcessId { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it said this, by its own clock.</summary>
    public required DateTimeOffset BeatAt { get; init; }

    /// <summary>How soon it meant to speak again.</summary>
    public required TimeSpan BeatInterval { get; init; }

    /// <summary>It was asked to stop and puts its work down.</summary>
    public bool Stopping { get; init; }

    /// <summary>What it is doing, longest first.</summary>
    public IReadOnlyList<JobInHand> Jobs { get; init; } = [];

    /// <summary>Sites whose queues it listens to, by id.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    public JobTally Tally { get; init; } = new();

    /// <summary>Resident bytes of the process, without its browser.</summary>
    public required long MemoryBytes { get; init; }

    public BrowserStatus Browser { get; init; } = new();

    /// <summary>What to make of it now. Three heartbeats missed, and at least 15 seconds without a word, mean that it is silent.</summary>
    public WorkerState StateAt(DateTimeOffset now)
    {
        var patience = BeatInterval * 3 > LeastPatience ? BeatInterval * 3 : LeastPatience;
        return now - BeatAt > patience ? WorkerState.Silent
            : Stopping ? WorkerState.Stopping
            : Jobs.Count > 0 ? WorkerState.Working
            : WorkerState.Idle;
    }
}

/// <summary>How a worker is.</summary>
public enum WorkerState
{
    /// <summary>Alive, nothing to do.</summary>
    Idle,
    Working,
    Stopping,

    /// <summary>Not heard from: dead, hung, or cut off from the store. Its jobs go to others when their leases run out.</summary>
    Silent,
}
