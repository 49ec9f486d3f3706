namespace Crawler.Contracts.Sites;

/// <summary>Where a definition's rules come from when a program learned them from the site's pages.</summary>
public sealed record LearnedFrom
{
    /// <summary>When the pages were fetched (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The addresses of the pages.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Rows on those pages that the rules were proven on.</summary>
    public int RowsSeen { get; init; }
}
