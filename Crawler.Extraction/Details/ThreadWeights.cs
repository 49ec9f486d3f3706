namespace Crawler.Extraction.Details;

/// <summary>Which group of elements is the posts of a thread, and where their text stands. Scores are in characters.</summary>
internal static class ThreadWeights
{
    /// <summary>Characters that one link takes; fitted on saved pages.</summary>
    public const double Link = 25;

    /// <summary>Characters that each post adds; fitted on saved pages.</summary>
    public const double Post = 30;

    /// <summary>Factor by which a later group must exceed the best: of near equals the first wins; fitted on saved pages.</summary>
    public const double Better = 1.02;

    /// <summary>Share of posts that must have a place for it to hold their text; fitted on saved pages.</summary>
    public const double LeastFill = 0.6;

    /// <summary>Added to that share before it multiplies the characters; fitted on saved pages.</summary>
    public const double FillOffset = 0.2;
}
