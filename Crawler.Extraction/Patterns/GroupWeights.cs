namespace Crawler.Extraction.Patterns;

/// <summary>The first score of a group of elements that may be the rows, by counting only. Without a unit.</summary>
internal static class GroupWeights
{
    /// <summary>Groups that score less than this share of the best are not read; fitted on saved pages.</summary>
    public const double LeastOfBest = 0.04;

    /// <summary>Prices for each member, on average, above which the members hold several rows each; fitted on saved pages.</summary>
    public const double ManyPrices = 5;

    /// <summary>Factor for a group with that many prices; fitted on saved pages.</summary>
    public const double Merged = 0.5;

    /// <summary>Quality of a group whose members have links and nothing else; the parts add up to 1; fitted on saved pages.</summary>
    public const double Base = 0.12;

    /// <summary>Quality that prices add, times the share of members with one; fitted on saved pages.</summary>
    public const double Priced = 0.38;

    /// <summary>Quality that pictures add, times the share of members with one; fitted on saved pages.</summary>
    public const double Pictured = 0.2;

    /// <summary>Quality that words add, times the share of members with a row's amount of them; fitted on saved pages.</summary>
    public const double Worded = 0.15;

    /// <summary>Quality that words outside the link add, times the share of members with some; fitted on saved pages.</summary>
    public const double Plain = 0.15;

    /// <summary>Power of the number of members: below 1, so that a long menu does not win by its length; fitted on saved pages.</summary>
    public const double CountExponent = 0.8;

    /// <summary>Power of the quality: above 1, so that few good members win over many poor ones; fitted on saved pages.</summary>
    public const double QualityExponent = 2.5;
}
