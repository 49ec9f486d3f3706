namespace Crawler.Fetching.Robots;

/// <summary>What a robots.txt says to one robot: the rules of its groups, merged.</summary>
/// <param name="Rules">In file order.</param>
/// <param name="CrawlDelay">The longest of the group's Crawl-delay lines. Null: none.</param>
internal sealed record RobotsFile(IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    /// <summary>Nothing is forbidden.</summary>
    public static RobotsFile AllowAll { get; } = new([], null);

    /// <summary>The rule that forbids the address, or null when it may be asked. The longest match decides; Allow wins a tie (RFC 9309, 2.2.2).</summary>
    public RobotsRule? Forbids(Uri url)
    {
        if (string.Equals(url.AbsolutePath, "/robots.txt", StringComparison.Ordinal))
        {
            return null;
        }

        string path = RobotsPath.Of(url);
        RobotsRule? decisive = null;
        foreach (var rule in Rules)
        {
            bool beats = decisive is null || rule.Pattern.Length > decisive.Pattern.Length
                || (rule.Pattern.Length == decisive.Pattern.Length && rule.Allow && !decisive.Allow);
            if (beats && rule.Matches(path))
            {
                decisive = rule;
            }
        }

        return decisive is { Allow: false } ? decisive : null;
    }
}
