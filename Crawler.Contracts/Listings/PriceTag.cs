using System.Globalization;

namespace Crawler.Contracts.Listings;

/// <summary>A price as printed and as understood.</summary>
public sealed record PriceTag
{
    public required PriceKind Kind { get; init; }

    /// <summary>The amount, or the first of a range. Null when the kind has none.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The end of a range.</summary>
    public decimal? AmountMax { get; init; }

    /// <summary>ISO 4217 (or XBT, XMR for wallets). Null: not said.</summary>
    public string? Currency { get; init; }

    /// <summary>What the price is for: "kg", "g", "piece". Null: the lot.</summary>
    public string? Per { get; init; }

    /// <summary>As printed, white space collapsed.</summary>
    public string? Text { get; init; }

    /// <summary>True when the digits allow two readings (<c>3.350</c>) and page locale and neighbours decided.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>What it means, without how it was printed.</summary>
    public string Fingerprint() => string.Create(CultureInfo.InvariantCulture, $"{Kind}|{Amount:0.########}|{AmountMax:0.########}|{Currency}|{Per}");
}

/// <summary>What kind of price it is.</summary>
public enum PriceKind
{
    Fixed,

    /// <summary>"VB", "à débattre": an amount that can be talked about.</summary>
    Negotiable,

    /// <summary>"from".</summary>
    From,
    Range,

    /// <summary>"Bieden", an auction: the amount is the current bid, if any.</summary>
    Bid,

    /// <summary>"N.O.T.K.", "sur demande".</summary>
    OnRequest,
    Free,

    /// <summary>"te ruil", "Tausch".</summary>
    Exchange,
}
