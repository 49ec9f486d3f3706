namespace Crawler.Extraction.Patterns;

/// <summary>Which place in the rows is the place, seller, date or teaser. Points without a unit; shares are of the rows looked at.</summary>
internal static class LabelColumnWeights
{
    /// <summary>A place in the rows with no more points is none of these; fitted on saved pages.</summary>
    public const double Least = 1;

    /// <summary>Share of texts that must be dates for a date; fitted on saved pages.</summary>
    public const double LeastDated = 0.6;

    /// <summary>Points of a date, times that share; fitted on saved pages.</summary>
    public const double Dated = 2;

    /// <summary>Points of a date in a <c>time</c> element; fitted on saved pages.</summary>
    public const double TimeElement = 0.5;

    /// <summary>Points of a date whose names say so; fitted on saved pages.</summary>
    public const double NamedDate = 0.5;

    /// <summary>Share of dates above which texts are neither places nor sellers; fitted on saved pages.</summary>
    public const double MostDated = 0.5;

    /// <summary>Points of a place whose names say so: enough without anything else; fitted on saved pages.</summary>
    public const double NamedLocation = 1.5;

    /// <summary>Points of a place, times the share of texts with a postcode or distance, or in brackets; fitted on saved pages.</summary>
    public const double Placed = 1.6;

    /// <summary>Points taken from a place whose names say "title"; fitted on saved pages.</summary>
    public const double LocationNamedTitle = 0.5;

    /// <summary>Share of places above which texts are not sellers; fitted on saved pages.</summary>
    public const double MostPlaced = 0.5;

    /// <summary>Points of a seller whose names say so: enough without anything else; fitted on saved pages.</summary>
    public const double NamedSeller = 1.5;

    /// <summary>Points of a seller in a link to a profile; fitted on saved pages.</summary>
    public const double ProfileLink = 1;

    /// <summary>Points of any long text that may be a teaser; fitted on saved pages.</summary>
    public const double Snippet = 1;

    /// <summary>Characters on average that give a teaser its full point for length; fitted on saved pages.</summary>
    public const double SnippetLength = 200;

    /// <summary>Most points of a teaser for length; fitted on saved pages.</summary>
    public const double LongSnippet = 1;

    /// <summary>Points of a teaser whose names say so; fitted on saved pages.</summary>
    public const double NamedSnippet = 0.5;

    /// <summary>Points times the share of rows that have it; fitted on saved pages.</summary>
    public const double Fill = 0.3;

    /// <summary>Points taken for each place before it in the row: of equals the first wins; fitted on saved pages.</summary>
    public const double Order = 0.001;
}
