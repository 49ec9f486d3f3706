namespace Crawler.Extraction.Details;

/// <summary>Which text of an advert's page names the seller, or the place. Points without a unit.</summary>
internal static class DetailLabelWeights
{
    /// <summary>A text with no more points is no seller; fitted on saved pages.</summary>
    public const double LeastSeller = 1;

    /// <summary>Points when the names around say "seller"; fitted on saved pages.</summary>
    public const double NamedSeller = 1;

    /// <summary>Further points when the element's own names do; fitted on saved pages.</summary>
    public const double OwnNameSeller = 0.6;

    /// <summary>Points when its own names say "title" or "name" within a seller's box; fitted on saved pages.</summary>
    public const double NameOfSeller = 0.8;

    /// <summary>Points in a link to a profile: enough without anything else; fitted on saved pages.</summary>
    public const double ProfileLink = 1.1;

    /// <summary>Points in a heading; fitted on saved pages.</summary>
    public const double Heading = 0.2;

    /// <summary>Points taken from buttons' words, dates and labels that end in a colon; fitted on saved pages.</summary>
    public const double NotAName = 2;

    /// <summary>Points taken in a button, a label or an option; fitted on saved pages.</summary>
    public const double Control = 1;

    /// <summary>A text with no more points is no value of the name looked for; fitted on saved pages.</summary>
    public const double LeastNamed = 0.9;

    /// <summary>Points when the element's own names say what is looked for; fitted on saved pages.</summary>
    public const double NamedItself = 2;

    /// <summary>Points when only its parent's do; fitted on saved pages.</summary>
    public const double NamedByParent = 1;

    /// <summary>Points at or below the title; fitted on saved pages.</summary>
    public const double AfterTitle = 0.5;

    /// <summary>Points taken at the end of the page, none at its beginning: of equals the first wins; fitted on saved pages.</summary>
    public const double Order = 0.0005;

    /// <summary>Points taken from buttons, labels and options, and from their words; fitted on saved pages.</summary>
    public const double NoValue = 2;
}
