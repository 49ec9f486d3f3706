namespace Crawler.Extraction.Details;

/// <summary>Which heading is the title that structured data or the window title confirms. Shares of the longer text's length, 0 to 1.</summary>
internal static class DetailTitleWeights
{
    /// <summary>Added to the share of an <c>h1</c>; fitted on saved pages.</summary>
    public const double FirstHeading = 0.25;

    /// <summary>Added to the share of an <c>h2</c>; fitted on saved pages.</summary>
    public const double SecondHeading = 0.1;

    /// <summary>Added to the share of a text that is no heading; fitted on saved pages.</summary>
    public const double NoHeading = -0.1;

    /// <summary>Share that an <c>h1</c> must exceed; fitted on saved pages.</summary>
    public const double LeastShareFirst = 0.3;

    /// <summary>Share that any other text must exceed; fitted on saved pages.</summary>
    public const double LeastShare = 0.4;
}
