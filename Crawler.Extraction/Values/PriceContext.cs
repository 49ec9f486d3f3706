namespace Crawler.Extraction.Values;

/// <summary>What surrounds a printed price and decides what its digits and symbols mean.</summary>
public sealed record PriceContext
{
    public static PriceContext None { get; } = new();

    /// <summary>ISO 639-1 of the page. Null: unknown.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the site; decides whose dollar or krone is meant. Null: unknown.</summary>
    public string? Country { get; init; }

    /// <summary>
    /// A currency said elsewhere (an attribute, a column head): ISO code, symbol, or text with one in it. Used when the price itself names none.
    /// </summary>
    public string? CurrencyHint { get; init; }

    /// <summary>How the page's other prices are written. Null: not known.</summary>
    public NumberHabit? Habit { get; init; }
}

/// <summary>Which sign a page puts before decimals.</summary>
public enum NumberHabit
{
    DecimalPoint,
    DecimalComma,
}
