namespace Crawler.Extraction.Details;

/// <summary>Which price on an advert's page is the advert's, beside <see cref="Patterns.PriceWeights"/>. Points without a unit.</summary>
internal static class DetailPriceWeights
{
    /// <summary>Points taken from a price without digits; fitted on saved pages.</summary>
    public const double WordsOnly = 1.5;

    /// <summary>Points taken in a link: such a price is often that of another advert; fitted on saved pages.</summary>
    public const double InLink = 2;

    /// <summary>Points taken from one price among many alike; fitted on saved pages.</summary>
    public const double OneOfMany = 4;

    /// <summary>Points in a heading or <c>strong</c>; fitted on saved pages.</summary>
    public const double Emphasised = 0.4;

    /// <summary>Points taken at the whole page's length after the title, fewer nearer to it; fitted on saved pages.</summary>
    public const double AfterTitle = 6;

    /// <summary>Points taken at the whole page's length before the title, fewer nearer to it; fitted on saved pages.</summary>
    public const double BeforeTitle = 12;
}
