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
}
