namespace Crawler.Contracts.Sites;

/// <summary>A host's next free slot; changed only by compare-and-set, so that any number of workers are as polite as one.</summary>
public sealed record HostPace
{
    /// <summary>Host and port, lower case: <c>example.org:443</c>.</summary>
    public required string Host { get; init; }

    /// <summary>No request to the host starts before this instant.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Why <see cref="NextAt"/> was pushed out beyond the pace (Retry-After, repeated errors). Null: ordinary pace.</summary>
    public string? Reason { get; init; }

    /// <summary>Who asked for the pause that <see cref="Reason"/> tells of. Null: ordinary pace.</summary>
    public HostPause? Pause { get; init; }
}

/// <summary>Why a host is left alone for longer than its pace.</summary>
public enum HostPause
{
    /// <summary>The host asked for it (429, or 503 with Retry-After): work is postponed, no attempt is burned.</summary>
    Asked,

    /// <summary>The host failed again and again: work fails for now, and may be tried again later.</summary>
    Failing,
}
