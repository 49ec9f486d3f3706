namespace Crawler.Contracts.Sites;

/// <summary>What a host's robots.txt said when it was last asked for, for all workers: one asks, the others and those that start later read.</summary>
public sealed record RobotsCopy
{
    /// <summary>Scheme, host and port, lower case: <c>https://example.org</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The file. Null: the host has none, so all is allowed (RFC 9309, 2.3.1.3).</summary>
    public string? Text { get; init; }

    /// <summary>From then on it is asked for again.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>A worker is asking for it, and the others wait for its answer until then. Null: nobody is.</summary>
    public DateTimeOffset? AskedUntil { get; init; }
}
