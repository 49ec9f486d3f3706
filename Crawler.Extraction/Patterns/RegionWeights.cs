namespace Crawler.Extraction.Patterns;

/// <summary>Factor for a group of rows in a region of the page: how likely a result list stands there, against 1 in the page's own content.</summary>
internal static class RegionWeights
{
    /// <summary>In a side column: some sites have their results there; fitted on saved pages.</summary>
    public const double Aside = 0.45;

    /// <summary>In a form: some sites put the list into one; fitted on saved pages.</summary>
    public const double Form = 0.5;

    /// <summary>In a dialog; fitted on saved pages.</summary>
    public const double Dialog = 0.2;

    /// <summary>Among similar items; fitted on saved pages.</summary>
    public const double Related = 0.12;

    /// <summary>In navigation, header or footer; fitted on saved pages.</summary>
    public const double Other = 0.1;
}
