namespace Crawler.TrainingGround;

/// <summary>One request a site of the practice world received.</summary>
public sealed record RequestRecord
{
    /// <summary>Order of arrival within this run of the world, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Instant of arrival.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the site. Requests to the control port are not recorded.</summary>
    public required string SiteId { get; init; }

    /// <summary>The Host header.</summary>
    public required string Host { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>User-Agent header; empty when absent.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Status sent; 0 when the connection was cut instead.</summary>
    public required int Status { get; init; }

    /// <summary>True when the request carried a Cookie header.</summary>
    public required bool HasCookies { get; init; }

    /// <summary><c>search</c>, <c>detail</c> or <c>other</c> (images, style sheets, robots.txt, navigation).</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the trouble mode that shaped the answer; null when none did.</summary>
    public required string? Trouble { get; init; }
}
