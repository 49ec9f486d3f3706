namespace Crawler.Extraction.Learning;

/// <summary>What a selector costs: the lower, the likelier it survives small changes of the page. Without a unit; <see cref="GoodName"/> is 1.</summary>
internal static class SelectorWeights
{
    /// <summary>Cost of <c>a[rel~=next]</c>, the cheapest: a standard says what it means; the size is fitted on saved pages.</summary>
    public const double RelNext = 0.8;

    /// <summary>Cost of an <c>itemprop</c>: a standard says what it means; the size is fitted on saved pages.</summary>
    public const double ItemProperty = 0.9;

    /// <summary>Cost of a test name: programs of the site depend on it; the size is fitted on saved pages.</summary>
    public const double TestName = 1.05;

    /// <summary>Cost of a name that a person wrote for a thing ("price", "ad-title"), the unit of all costs; by definition.</summary>
    public const double GoodName = 1;

    /// <summary>
    /// Cost of a name that says how something looks ("text-lg", "col-6"), or hardly anything: above a plain tag in most cases; fitted on saved
    /// pages.
    /// </summary>
    public const double WeakName = 4;

    /// <summary>Cost of a name that a program made and will change with the next build: above all else; fitted on saved pages.</summary>
    public const double MadeName = 9;

    /// <summary>Cost of the beginning of a class name that ends in a hash; fitted on saved pages.</summary>
    public const double ClassStem = 2.2;

    /// <summary>Cost of a data attribute, whatever its value; fitted on saved pages.</summary>
    public const double DataAttribute = 2.3;

    /// <summary>Cost of the first folder of a link's address; fitted on saved pages.</summary>
    public const double Folder = 3.1;

    /// <summary>
    /// Cost of a tag by its name: the more a tag says, and the fewer a page has of it, the less it costs; the order is that preference, the sizes are
    /// fitted on saved pages.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, double> Tags = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["time"] = 1.5, ["h1"] = 1.6, ["h2"] = 1.7, ["h3"] = 1.7, ["h4"] = 1.8, ["h5"] = 1.9, ["h6"] = 1.9, ["article"] = 2, ["img"] = 2,
        ["address"] = 2, ["dl"] = 3, ["dt"] = 3, ["dd"] = 3.4, ["figure"] = 2.6, ["picture"] = 2.6, ["del"] = 2, ["ins"] = 2,
        ["strong"] = 3, ["b"] = 3, ["em"] = 3, ["i"] = 3.2, ["small"] = 3, ["a"] = 3, ["li"] = 3.4, ["td"] = 3.6, ["th"] = 3.6,
        ["tr"] = 3.4, ["p"] = 3.6, ["section"] = 3.4, ["header"] = 3, ["footer"] = 3, ["main"] = 2, ["ul"] = 3.6, ["ol"] = 3.6,
        ["table"] = 3.4, ["span"] = 4.2, ["div"] = 4.4, ["font"] = 3.4, ["center"] = 3.6, ["button"] = 3.6,
    };

    /// <summary>Cost of any other tag; fitted on saved pages.</summary>
    public const double OtherTag = 3.8;

    /// <summary>Cost of <c>:last-child</c>: places change with the next build; the size is fitted on saved pages.</summary>
    public const double LastChild = 5.5;

    /// <summary>Cost of <c>:first-child</c>; fitted on saved pages.</summary>
    public const double FirstChild = 5.7;

    /// <summary>Cost of <c>:nth-of-type</c>; fitted on saved pages.</summary>
    public const double Place = 6;

    /// <summary>Added to a class name alone; fitted on saved pages.</summary>
    public const double ClassAlone = 0.1;

    /// <summary>Added to a class name with its tag; fitted on saved pages.</summary>
    public const double ClassWithTag = 0.25;

    /// <summary>Added to two class names together; fitted on saved pages.</summary>
    public const double TwoClasses = 0.3;

    /// <summary>Added to the cost of a good name of more than 25 characters; fitted on saved pages.</summary>
    public const double LongName = 0.3;

    /// <summary>Factor for the inner part of a selector of two parts; fitted on saved pages.</summary>
    public const double Within = 0.8;

    /// <summary>Added to a selector of two parts; fitted on saved pages.</summary>
    public const double Descendant = 0.4;

    /// <summary>Added for each element between the two; fitted on saved pages.</summary>
    public const double DescendantStep = 0.1;

    /// <summary>Added to a selector of two parts with <c>&gt;</c> between them; fitted on saved pages.</summary>
    public const double Child = 0.5;
}
