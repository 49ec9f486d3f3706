namespace Crawler.Worker.Probing;

/// <summary>Which site to look at, and what is known of it already.</summary>
public sealed record SiteProbeRequest
{
    /// <summary>A page of search results, or a page with a search form.</summary>
    public required Uri Url { get; init; }

    /// <summary>What to search for. Null: what <see cref="Url"/> searches for, else words from the site itself.</summary>
    public string? Query { get; init; }

    /// <summary>The definition's id. Null: made from the host.</summary>
    public string? Id { get; init; }

    /// <summary>The site's name. Null: as the site calls itself.</summary>
    public string? Name { get; init; }

    /// <summary>Least time between two requests. Default 1 s; a longer Crawl-delay wins.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether to take a picture of the result page (with the browser). Default false.</summary>
    public bool Screenshot { get; init; }
}
