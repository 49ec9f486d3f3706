namespace Crawler.Contracts.Workers;

/// <summary>A worker's browser.</summary>
public sealed record BrowserStatus
{
    public BrowserState State { get; init; }

    /// <summary>Product and version. Null: not running.</summary>
    public string? Version { get; init; }

    /// <summary>Its main process. Null: not running, or not known.</summary>
    public int? ProcessId { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Pages this browser has rendered.</summary>
    public int PagesRendered { get; init; }

    /// <summary>Pages it renders now.</summary>
    public int PagesOpen { get; init; }

    /// <summary>Resident bytes of all its processes; pages shared between them count once for each. 0: not running, or not known.</summary>
    public long MemoryBytes { get; init; }
}

/// <summary>Whether there is a browser.</summary>
public enum BrowserState
{
    /// <summary>No page has needed it yet, or it has ended and none has needed it since.</summary>
    NotRunning,
    Running,

    /// <summary>By setting: pages that need it are not rendered.</summary>
    SwitchedOff,
}
