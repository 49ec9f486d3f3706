namespace Crawler.Extraction.Readers;

/// <summary>Whether a saved page is a result list or an advert. Points without a unit; more points for the advert make it one.</summary>
internal static class PageKindWeights
{
    /// <summary>Points for a list with 8 rows or more; fitted on saved pages.</summary>
    public const double SomeRows = 1;

    /// <summary>Further points for a list with 20 rows or more; fitted on saved pages.</summary>
    public const double ManyRows = 1;

    /// <summary>Points for a list with a next page; fitted on saved pages.</summary>
    public const double NextPage = 1.5;

    /// <summary>Points for a list whose address holds a search; fitted on saved pages.</summary>
    public const double SearchParameter = 2;

    /// <summary>Points for a list in which more than six rows in ten have a price; fitted on saved pages.</summary>
    public const double PricedRows = 1;

    /// <summary>Points for an advert whose price stands in structured data; fitted on saved pages.</summary>
    public const double DeclaredPrice = 2.5;

    /// <summary>Points for an advert with more than 150 characters of text; fitted on saved pages.</summary>
    public const double LongDescription = 1;

    /// <summary>Points for an advert with an id in the page's address; fitted on saved pages.</summary>
    public const double IdInAddress = 1;

    /// <summary>Points for an advert whose text stands in structured data; fitted on saved pages.</summary>
    public const double DeclaredDescription = 1;

    /// <summary>Points for an advert with date and seller; fitted on saved pages.</summary>
    public const double PostedAndSeller = 1;
}
