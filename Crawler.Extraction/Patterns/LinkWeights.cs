namespace Crawler.Extraction.Patterns;

/// <summary>Which link of a row is the advert's. Points without a unit; the share of rows that have the link counts 1.</summary>
internal static class LinkWeights
{
    /// <summary>Points times the share of different targets: the advert's link is the one that no other row has; fitted on saved pages.</summary>
    public const double Distinct = 0.5;

    /// <summary>Points times the share of links that hold a picture; fitted on saved pages.</summary>
    public const double Pictured = 0.3;
}
