namespace Crawler.Extraction.Details;

/// <summary>When an object of the page's own JSON is the advert.</summary>
internal static class DetailStateWeights
{
    /// <summary>Likeness to an advert, about 0 to 1, that an object with the page's title must exceed; fitted on saved pages.</summary>
    public const double LeastLikeness = 0.44;
}
