namespace Crawler.Extraction.Patterns;

/// <summary>Which place in the rows, or on an advert's page, is the current price. Points without a unit.</summary>
internal static class PriceWeights
{
    /// <summary>Points times the share of rows that have a price there; fitted on saved pages.</summary>
    public const double Fill = 3;

    /// <summary>Points taken, times the share of prices that are a word, in brackets or for a unit; fitted on saved pages.</summary>
    public const double Asides = 3;

    /// <summary>Points taken for each place before it in the row: of equals the first wins; fitted on saved pages.</summary>
    public const double Order = 0.01;

    /// <summary>Points taken when the price is struck out, by element or by style; fitted on saved pages.</summary>
    public const double StruckOut = 5;

    /// <summary>Points in an <c>ins</c> element: it replaces a struck one; fitted on saved pages.</summary>
    public const double Inserted = 1;

    /// <summary>Points taken when the names say that it is the old price; fitted on saved pages.</summary>
    public const double NamedOld = 2.5;

    /// <summary>Points taken when the names say unit, shipping or the like; fitted on saved pages.</summary>
    public const double NamedSide = 2;

    /// <summary>Points when the names say that it is the current price; fitted on saved pages.</summary>
    public const double NamedCurrent = 0.6;

    /// <summary>Points when the names say "price"; fitted on saved pages.</summary>
    public const double Named = 0.4;

    /// <summary>Points of an element that microdata marks as the price; fitted on saved pages.</summary>
    public const double Declared = 1.5;
}
