namespace Crawler.Fetching;

/// <summary>A page as it arrived.</summary>
public sealed record FetchedPage
{
    public required Uri Url { get; init; }

    /// <summary>After redirects.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>When the request started (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    public required int Status { get; init; }

    /// <summary>Status line and response headers, one per line, as evidence. Set-Cookie values included: they are what the site sent.</summary>
    public required string RawHeaders { get; init; }

    /// <summary>From Content-Type, lower case, without parameters. "application/octet-stream" when the site said nothing.</summary>
    public required string MediaType { get; init; }

    /// <summary>Body bytes as received, decompressed.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What extraction reads: the decoded body, or the rendered document in the browser tier. Empty for images.</summary>
    public required string Text { get; init; }

    public required FetchTier Tier { get; init; }

    /// <summary>Browser tier: the document after scripts ran, serialised. Null: HTTP tier.</summary>
    public string? RenderedHtml { get; init; }

    /// <summary>Browser tier: the page was still growing when scrolling, or pressing its button, ended; it has more than is here.</summary>
    public bool GrowsOn { get; init; }

    /// <summary>Browser tier, when asked for: full-page PNG.</summary>
    public ReadOnlyMemory<byte>? Screenshot { get; init; }

    /// <summary>Browser tier: product and version.</summary>
    public string? BrowserVersion { get; init; }

    /// <summary>Whether rendering can add anything: JSON and plain text stay as they are.</summary>
    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml"
        || (MediaType is "application/octet-stream" && Text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal));
}

/// <summary>Which tier fetched a page.</summary>
public enum FetchTier
{
    Http,
    Browser,
}
