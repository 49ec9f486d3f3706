namespace Crawler.Extraction.Patterns;

/// <summary>Which place in the rows is the title. Points without a unit; the place with most is read.</summary>
internal static class TitleWeights
{
    /// <summary>Share of rows that have a place, below which it is not looked at (unless eight rows have it); fitted on saved pages.</summary>
    public const double LeastFill = 0.3;

    /// <summary>Points times the share of rows that have a text there; fitted on saved pages.</summary>
    public const double Fill = 4;

    /// <summary>Points where most texts have more than one word; fitted on saved pages.</summary>
    public const double Wordy = 0.6;

    /// <summary>Points times what the share of different texts exceeds <see cref="UsualVariety"/> by; fitted on saved pages.</summary>
    public const double Variety = 3;

    /// <summary>Share of different texts that neither adds nor takes points; fitted on saved pages.</summary>
    public const double UsualVariety = 0.6;

    /// <summary>Points of a place whose names say "title"; fitted on saved pages.</summary>
    public const double Named = 1.8;

    /// <summary>Points taken where the names say something else, such as a price or a seller; fitted on saved pages.</summary>
    public const double NamedOtherwise = 2;

    /// <summary>Points taken in a link to somebody's own page: outweighs all other points; fitted on saved pages.</summary>
    public const double InProfileLink = 7;

    /// <summary>Points taken where the place repeats within a row; fitted on saved pages.</summary>
    public const double Repeated = 1;

    /// <summary>Nodes for each row, on average, above which a place repeats; fitted on saved pages.</summary>
    public const double RepeatedFrom = 1.5;

    /// <summary>Points of the first place in the row, falling to none for the last; fitted on saved pages.</summary>
    public const double First = 0.6;

    /// <summary>Points taken when the text is an <c>alt</c> attribute; fitted on saved pages.</summary>
    public const double FromAlt = 1;

    /// <summary>Points taken when it is a <c>title</c> attribute; fitted on saved pages.</summary>
    public const double FromTitle = 0.8;

    /// <summary>Points taken when it is a <c>content</c> attribute; fitted on saved pages.</summary>
    public const double FromContent = 1.5;

    /// <summary>Points taken when it is another attribute; fitted on saved pages.</summary>
    public const double FromOther = 1.2;

    /// <summary>Points in a heading; fitted on saved pages.</summary>
    public const double InHeading = 2;

    /// <summary>Points in a link; fitted on saved pages.</summary>
    public const double InLink = 1.3;

    /// <summary>Points taken in a link to a basket, a log-in or the like; fitted on saved pages.</summary>
    public const double InLinkElsewhere = 2.5;

    /// <summary>Points in <c>strong</c> or <c>b</c>; fitted on saved pages.</summary>
    public const double Strong = 0.2;

    /// <summary>Points taken in a button, a label or a paragraph; fitted on saved pages.</summary>
    public const double Control = 0.8;

    /// <summary>Points of texts below 4 characters on average; fitted on saved pages.</summary>
    public const double TinyText = -2;

    /// <summary>Points of texts of 9 to 14 characters on average; fitted on saved pages.</summary>
    public const double ShortText = 0.8;

    /// <summary>Points of texts of 15 to 110 characters on average, the length of titles; fitted on saved pages.</summary>
    public const double UsualText = 1.6;

    /// <summary>Points of texts up to 160 characters on average; fitted on saved pages.</summary>
    public const double LongText = 0.6;

    /// <summary>Points of texts that are longer: teasers; fitted on saved pages.</summary>
    public const double TooLongText = -1.5;

    /// <summary>A place with fewer points gives no title; fitted on saved pages.</summary>
    public const double Least = 2;

    /// <summary>Points that a place may have fewer than the best and still give titles to rows without one; fitted on saved pages.</summary>
    public const double BelowBest = 4;
}
