using Crawler.Contracts.Sites;
using Crawler.Pages;
using Crawler.Sites.Requests;

namespace Crawler.Fetching;

/// <summary>The only way to the web: robots.txt, pace, tier, time-out and size limit are all behind it. It knows no selectors.</summary>
public interface IPageFetcher
{
    /// <summary>Fetches one page, waiting for the host's slot first. Never throws for what a site does.</summary>
    Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken);
}

/// <summary>A page to fetch.</summary>
public sealed record FetchRequest
{
    public required Uri Url { get; init; }

    public required PageKind Kind { get; init; }

    /// <summary>What is posted: the text of a search, or a log-in. Null: the page is asked for with GET.</summary>
    public RequestBody? Post { get; init; }

    /// <summary>The page that leads there, told to the site. Null: nothing is told.</summary>
    public Uri? Referrer { get; init; }

    /// <summary>Take a full-page screenshot (browser tier only).</summary>
    public bool Screenshot { get; init; }

    /// <summary>
    /// Send If-None-Match / If-Modified-Since when validators of this address are remembered, so that <see cref="FetchOutcome.NotModified"/> can be the
    /// answer.
    /// </summary>
    public bool Conditional { get; init; }
}
