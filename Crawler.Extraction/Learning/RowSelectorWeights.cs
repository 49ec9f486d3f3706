namespace Crawler.Extraction.Learning;

/// <summary>What the selector of the rows costs beyond its parts, in the unit of <see cref="SelectorWeights"/>.</summary>
internal static class RowSelectorWeights
{
    /// <summary>A selector that costs this or more is only taken when nothing better is found; fitted on saved pages.</summary>
    public const double CostlyFrom = 6;

    /// <summary>Added for each element that a selector picks beside the rows; fitted on saved pages.</summary>
    public const double Stray = 4;

    /// <summary>Parts that cost this or more are not asked for within a row; fitted on saved pages.</summary>
    public const double MaxHeldCost = 3.2;

    /// <summary>Factor for the inner part of a selector of two parts, also of <c>:has</c>; fitted on saved pages.</summary>
    public const double Within = 0.8;

    /// <summary>Added to a selector with <c>:has</c>; fitted on saved pages.</summary>
    public const double Holding = 1;

    /// <summary>Added to a selector below an ancestor; fitted on saved pages.</summary>
    public const double Below = 0.4;

    /// <summary>Added for each level up to that ancestor; fitted on saved pages.</summary>
    public const double Level = 0.2;

    /// <summary>Added when the row need not be a direct child; fitted on saved pages.</summary>
    public const double Descendant = 0.2;
}
