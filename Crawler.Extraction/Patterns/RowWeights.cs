namespace Crawler.Extraction.Patterns;

/// <summary>How complete a row is, and what that counts when groups of rows are compared. Points without a unit.</summary>
internal static class RowWeights
{
    /// <summary>Completeness of any row; with all parts a row has 1.06; fitted on saved pages.</summary>
    public const double Base = 0.2;

    /// <summary>Completeness that a title of more than 8 characters adds; fitted on saved pages.</summary>
    public const double Title = 0.25;

    /// <summary>Completeness that a shorter title adds: it may be a menu's word; fitted on saved pages.</summary>
    public const double ShortTitle = 0.1;

    /// <summary>Completeness that a price adds; fitted on saved pages.</summary>
    public const double Price = 0.27;

    /// <summary>Completeness that a picture adds; fitted on saved pages.</summary>
    public const double Image = 0.15;

    /// <summary>Completeness that a date adds; fitted on saved pages.</summary>
    public const double Posted = 0.08;

    /// <summary>Completeness that a place adds; fitted on saved pages.</summary>
    public const double Location = 0.05;

    /// <summary>Completeness that a teaser or a seller adds; fitted on saved pages.</summary>
    public const double SnippetOrSeller = 0.06;

    /// <summary>Factor for rows of which three in four are a link and nothing else; fitted on saved pages.</summary>
    public const double Bare = 0.5;

    /// <summary>Power of the number of rows, as in <see cref="GroupWeights.CountExponent"/>; fitted on saved pages.</summary>
    public const double CountExponent = 0.8;

    /// <summary>Power of the mean completeness, as in <see cref="GroupWeights.QualityExponent"/>; fitted on saved pages.</summary>
    public const double QualityExponent = 2.5;

    /// <summary>Mean completeness from which rows are results even in a menu, a header or a footer; fitted on saved pages.</summary>
    public const double FullQuality = 0.75;
}
