namespace Crawler.Extraction.Learning;

/// <summary>Which element marks a page without results or without an advert, in the unit of <see cref="SelectorWeights"/>.</summary>
internal static class MarkerWeights
{
    /// <summary>The most that a marker's selector may cost: class stems and better; fitted on saved pages.</summary>
    public const double MaxCost = 2.2;

    /// <summary>Added when the name is one that any message has; fitted on saved pages.</summary>
    public const double SaysAnything = 2;

    /// <summary>Added when the name says neither "nothing" nor "message"; fitted on saved pages.</summary>
    public const double Named = 1;

    /// <summary>Added when the element's own words do not say that there is nothing; fitted on saved pages.</summary>
    public const double SaysOtherwise = 1;

    /// <summary>Characters of such an element that add one more; fitted on saved pages.</summary>
    public const double LettersPerPoint = 500;

    /// <summary>The most that is added for its characters; fitted on saved pages.</summary>
    public const double MostForLetters = 3;
}
