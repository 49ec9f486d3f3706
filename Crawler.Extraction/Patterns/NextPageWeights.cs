namespace Crawler.Extraction.Patterns;

/// <summary>Which link leads to the next page. Points without a unit.</summary>
internal static class NextPageWeights
{
    /// <summary>Points from which a link is taken before the head's <c>rel=next</c>; fitted on saved pages.</summary>
    public const double Certain = 4.5;

    /// <summary>Points from which it is taken after that; fitted on saved pages.</summary>
    public const double Likely = 3;

    /// <summary>Points below which a link is not looked at further; fitted on saved pages.</summary>
    public const double Least = 1.5;

    /// <summary>Points when the text says "next"; fitted on saved pages.</summary>
    public const double Word = 3;

    /// <summary>Points when the text is an arrow; fitted on saved pages.</summary>
    public const double Symbol = 1.5;

    /// <summary>Points when the label or tooltip says "next"; fitted on saved pages.</summary>
    public const double Label = 3;

    /// <summary>Points when the names say "next"; fitted on saved pages.</summary>
    public const double Named = 1.5;

    /// <summary>Points when the link stands among the paging; fitted on saved pages.</summary>
    public const double InPaging = 2;
}
