using Crawler.Contracts.Captures;

namespace Crawler.Contracts.Drift;

/// <summary>
/// A page kept because it did not read as its site's definition says: the evidence of a drift, and what a repair is learned from and proven on.
/// </summary>
public sealed record DriftPage
{
    /// <summary>The job that read it: a page read twice is kept once.</summary>
    public required string Id { get; init; }

    public required string SiteId { get; init; }

    public required string SweepId { get; init; }

    /// <summary>An advert's page; else a result page.</summary>
    public bool Detail { get; init; }

    /// <summary>The address that was asked.</summary>
    public required string Url { get; init; }

    /// <summary>The address that answered, after redirects; relative addresses resolve against it.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>When the request started (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    public required int HttpStatus { get; init; }

    /// <summary>"http" or "browser".</summary>
    public required string Tier { get; init; }

    /// <summary><see cref="Sites.SiteDefinition.Version"/> of the definition that did not fit.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Response headers, the body as received, and, from the browser, the document after scripts ran.</summary>
    public required IReadOnlyList<CaptureFile> Files { get; init; }
}
