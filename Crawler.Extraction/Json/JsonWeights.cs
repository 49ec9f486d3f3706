namespace Crawler.Extraction.Json;

/// <summary>Points and thresholds by which objects of a JSON document are taken for adverts. Without a unit.</summary>
internal static class JsonWeights
{
    /// <summary>
    /// Likeness of an object with a title, without which it is no advert; the parts of the likeness add up to 1.05; fitted on saved pages.
    /// </summary>
    public const double TitleLikeness = 0.3;

    /// <summary>Likeness that an address adds; fitted on saved pages.</summary>
    public const double UrlLikeness = 0.2;

    /// <summary>Likeness that an id adds: other objects have ids too; fitted on saved pages.</summary>
    public const double IdLikeness = 0.1;

    /// <summary>Likeness that a price adds; fitted on saved pages.</summary>
    public const double PriceLikeness = 0.2;

    /// <summary>Likeness that a picture adds; fitted on saved pages.</summary>
    public const double ImageLikeness = 0.15;

    /// <summary>Likeness that a date adds: other objects have dates too; fitted on saved pages.</summary>
    public const double DateLikeness = 0.1;

    /// <summary>A list whose looked-at objects have a lower mean likeness is no list of adverts; fitted on saved pages.</summary>
    public const double LeastMeanLikeness = 0.45;

    /// <summary>Power of a list's length in its first score: below 1, so that length alone does not win; fitted on saved pages.</summary>
    public const double LengthExponent = 0.7;

    /// <summary>Objects; a longer list scores no higher for its length; fitted on saved pages.</summary>
    public const double LongestCounted = 200;

    /// <summary>Factor for objects kept by key: of two equal finds the list wins; fitted on saved pages.</summary>
    public const double KeyedTable = 0.95;

    /// <summary>Points of a row that was read, whatever it has; the parts add up to 1; fitted on saved pages.</summary>
    public const double RowBase = 0.3;

    /// <summary>Points that a row's address adds; fitted on saved pages.</summary>
    public const double RowUrl = 0.2;

    /// <summary>Points that a row's price adds; fitted on saved pages.</summary>
    public const double RowPrice = 0.3;

    /// <summary>Points that a row's picture adds; fitted on saved pages.</summary>
    public const double RowImage = 0.2;
}
