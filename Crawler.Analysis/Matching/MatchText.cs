namespace Crawler.Analysis.Matching;

/// <summary>The parts of an advert that terms are looked for in. Null: the page did not say.</summary>
public sealed record MatchText
{
    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Category { get; init; }

    public string? Seller { get; init; }
}
