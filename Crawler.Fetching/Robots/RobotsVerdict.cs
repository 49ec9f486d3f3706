namespace Crawler.Fetching.Robots;

/// <summary>Whether an address may be asked.</summary>
internal abstract record RobotsVerdict
{
    /// <summary>It may.</summary>
    /// <param name="Delay">The distance to keep: the site's own pace, or the host's Crawl-delay if that is longer.</param>
    public sealed record Allowed(TimeSpan Delay) : RobotsVerdict;

    /// <summary>It may not, or nobody can say for now: then the outcome tells why robots.txt could not be read.</summary>
    public sealed record Refused(FetchOutcome Outcome) : RobotsVerdict;
}
