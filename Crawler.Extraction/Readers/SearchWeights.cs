namespace Crawler.Extraction.Readers;

/// <summary>When rows found by structure are believed, and when the data behind the page is. Qualities and shares, 0 to 1.</summary>
internal static class SearchWeights
{
    /// <summary>Quality below which rows are little more than links, and the page may be something else; fitted on saved pages.</summary>
    public const double WeakQuality = 0.62;

    /// <summary>Quality below which rows found by structure do not replace those that the definition should have found; fitted on saved pages.</summary>
    public const double LeastFallbackQuality = 0.5;

    /// <summary>Structured rows for each printed one, above which the page prints fewer than it declares; fitted on saved pages.</summary>
    public const double ManyMore = 1.2;

    /// <summary>Share of printed rows found in the structured ones, from which both are the same list; fitted on saved pages.</summary>
    public const double MostlyMatched = 0.6;

    /// <summary>Quality below which structured rows replace printed ones that they do not match; fitted on saved pages.</summary>
    public const double DoubtfulQuality = 0.7;

    /// <summary>Quality of rows taken from structured data, or of a single row; fitted on saved pages.</summary>
    public const double StructuredQuality = 0.9;

    /// <summary>Quality of rows taken from or completed by the page's own JSON; fitted on saved pages.</summary>
    public const double StateQuality = 0.8;
}
