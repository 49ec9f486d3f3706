namespace Crawler.Extraction.Learning;

/// <summary>What a rule for a field costs beyond its selector, in the unit of <see cref="SelectorWeights"/>, and when a second rule is kept.</summary>
internal static class RuleWeights
{
    /// <summary>Added when an element within reads the same: the element holds more than the value; fitted on saved pages.</summary>
    public const double Wide = 3;

    /// <summary>The same for a heading, which is a title's usual holder; fitted on saved pages.</summary>
    public const double WideHeading = 1.2;

    /// <summary>Cost of a <c>content</c> attribute beside an <c>itemprop</c>: a standard says what it means; the size is fitted on saved pages.</summary>
    public const double DeclaredContent = -0.3;

    /// <summary>Cost of any other <c>content</c> attribute; fitted on saved pages.</summary>
    public const double Content = 0.4;

    /// <summary>Cost of an <c>id</c> attribute; fitted on saved pages.</summary>
    public const double IdAttribute = 0.8;

    /// <summary>Cost of a <c>title</c> attribute; fitted on saved pages.</summary>
    public const double TitleAttribute = 1.5;

    /// <summary>Cost of <c>alt</c> and <c>aria-label</c>; fitted on saved pages.</summary>
    public const double LabelAttribute = 3.2;

    /// <summary>Cost of any other attribute but <c>href</c> and <c>datetime</c>, which cost nothing; fitted on saved pages.</summary>
    public const double OtherAttribute = 0.4;

    /// <summary>Added when only a part of the attribute is the id; fitted on saved pages.</summary>
    public const double IdInAttribute = 0.6;

    /// <summary>Cost of the element's text; fitted on saved pages.</summary>
    public const double Text = 0.1;

    /// <summary>Added to an attribute of the row itself; fitted on saved pages.</summary>
    public const double RowItself = 0.5;

    /// <summary>Added for each further element of the row that answers to the selector; fitted on saved pages.</summary>
    public const double Ambiguity = 0.75;

    /// <summary>The most that is added for those; fitted on saved pages.</summary>
    public const double MaxAmbiguity = 1.5;

    /// <summary>Added to a class of the row that tells paid rows; fitted on saved pages.</summary>
    public const double SponsorClass = 1.2;

    /// <summary>
    /// Cost of a <c>datetime</c> attribute on an advert's page: below the text's, because it is unambiguous; the size is fitted on saved pages.
    /// </summary>
    public const double MachineTime = -0.2;

    /// <summary>Cost of a <c>content</c> attribute beside an <c>itemprop</c> on an advert's page; fitted on saved pages.</summary>
    public const double AdvertContent = -0.3;

    /// <summary>Taken from the cost of a next-page link whose selector says "next"; fitted on saved pages.</summary>
    public const double SaysNext = 0.6;

    /// <summary>How much more a second rule may cost than the first to be kept beside it; fitted on saved pages.</summary>
    public const double NearlyAsGood = 2.5;

    /// <summary>The most that a teaser's rule may cost: a plain tag is none; fitted on saved pages.</summary>
    public const double MaxSnippetCost = 3.2;

    /// <summary>The most that a rule for a field of an advert may cost: beyond that it is a path, not a name for something; fitted on saved pages.</summary>
    public const double MaxAdvertCost = 5;

    /// <summary>Cost of an index or filter in a JSON path; fitted on saved pages.</summary>
    public const double JsonIndex = 2;

    /// <summary>Taken from the cost of a path that ends in the field's name; fitted on saved pages.</summary>
    public const double JsonNamed = 0.5;
}
