namespace Crawler.Extraction.Details;

/// <summary>Which block of an advert's page is its text. Shares 0 to 1; trust and scores without a unit.</summary>
internal static class DescriptionWeights
{
    /// <summary>Share of a declared text's length that a block must have to stand for it; fitted on saved pages.</summary>
    public const double LeastOfQuote = 0.9;

    /// <summary>Share of a whole declared text's length that a named block must exceed to replace it; fitted on saved pages.</summary>
    public const double LeastOfDeclared = 0.8;

    /// <summary>Trust in a block that microdata marks as the text; fitted on saved pages.</summary>
    public const double Marked = 3;

    /// <summary>Trust in a block whose names say "description"; fitted on saved pages.</summary>
    public const double Named = 2;

    /// <summary>Trust in a block under a heading that says so; fitted on saved pages.</summary>
    public const double UnderHeading = 1.6;

    /// <summary>Characters added before the logarithm, so that it is never below one; fitted on saved pages.</summary>
    public const double LettersOffset = 10;

    /// <summary>Score taken for each link per <see cref="LinkLetters"/> characters; fitted on saved pages.</summary>
    public const double Link = 2;

    /// <summary>Characters for which one link is usual; fitted on saved pages.</summary>
    public const double LinkLetters = 20;

    /// <summary>Characters that the largest block must have beyond what links and prices take; fitted on saved pages.</summary>
    public const double LeastLargest = 40;

    /// <summary>Characters that one link takes from the largest block; fitted on saved pages.</summary>
    public const double LargestLink = 40;

    /// <summary>Characters that one price takes from the largest block; fitted on saved pages.</summary>
    public const double LargestPrice = 15;
}
