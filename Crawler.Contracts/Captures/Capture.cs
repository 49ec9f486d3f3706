namespace Crawler.Contracts.Captures;

/// <summary>The evidence of one look at one page. Immutable; each file named by its hash.</summary>
public sealed record Capture
{
    /// <summary>A function of job and attempt.</summary>
    public required string Id { get; init; }

    public required string ListingId { get; init; }

    public required string SiteId { get; init; }

    public required string SweepId { get; init; }

    public required string JobId { get; init; }

    /// <summary>The address that was asked.</summary>
    public required string Url { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>When the request started (UTC, the worker's clock).</summary>
    public required DateTimeOffset At { get; init; }

    public required int HttpStatus { get; init; }

    /// <summary>"http" or "browser".</summary>
    public required string Tier { get; init; }

    public required IReadOnlyList<CaptureFile> Files { get; init; }

    public required CaptureVersions Versions { get; init; }

    /// <summary>How the instant is proven. Until a time-stamp authority is configured: "internal clock only".</summary>
    public string TimeProof { get; init; } = "internal clock only";
}

/// <summary>One file of a capture.</summary>
public sealed record CaptureFile
{
    public required CaptureRole Role { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Of the stored bytes, lower-case hex; also their address in the blob store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where it came from, when that is not the page itself (images).</summary>
    public string? Url { get; init; }
}

/// <summary>What a file of a capture is.</summary>
public enum CaptureRole
{
    /// <summary>Status line and response headers.</summary>
    Headers,

    /// <summary>The response body as received, decompressed.</summary>
    Body,

    /// <summary>The document after scripts ran (browser tier).</summary>
    RenderedDom,

    /// <summary>The full page as rendered (browser tier).</summary>
    Screenshot,
    Image,
}

/// <summary>What made the capture.</summary>
public sealed record CaptureVersions
{
    public required string Worker { get; init; }

    public required string Parser { get; init; }

    /// <summary>Null: HTTP tier.</summary>
    public string? Browser { get; init; }

    public required int SiteDefinition { get; init; }
}
