namespace Crawler.Contracts.Sites;

/// <summary>How fast a site may be asked. Shared by all workers through the store.</summary>
public sealed record PacePolicy
{
    /// <summary>The least time between the starts of two requests to one host. Default 2 s. A longer Crawl-delay in robots.txt wins.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Jobs of the site in hand at once, over all workers of one process. Default 1.</summary>
    public int Concurrency { get; init; } = 1;
}
