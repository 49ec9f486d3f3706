using System.Globalization;
using Crawler.Contracts.Listings;

namespace Crawler.Review.Layout;

/// <summary>Values as people read them. Digits are grouped by thin spaces and decimals follow a point, so that no reader takes one for the other.</summary>
internal static class Words
{
    private const char ThinSpace = '\u202F';

    private static readonly NumberFormatInfo Digits = new() { NumberGroupSeparator = ThinSpace.ToString(), NumberDecimalSeparator = "." };

    public static string Number(long value) => value.ToString("#,0", Digits);

    /// <summary>Whole, or with two decimals, or, where two would drop something (0.013276 XBT), with up to eight.</summary>
    public static string Amount(decimal value) => value.ToString(
        value == decimal.Truncate(value) ? "#,0" : value * 100 == decimal.Truncate(value * 100) ? "#,0.00" : "#,0.########", Digits);

    /// <summary>"1 250 EUR", "from 20 EUR", "on request".</summary>
    public static string Price(PriceTag? price)
    {
        if (price is null)
        {
            return "no price";
        }

        string amount = price.Amount is { } a ? $"{Amount(a)}{(price.AmountMax is { } max ? $"–{Amount(max)}" : "")}{Unit(price)}" : "";
        return (price.Kind, amount) switch
        {
            (PriceKind.Free, _) => "free",
            (PriceKind.OnRequest, _) => "on request",
            (PriceKind.Exchange, "") => "for exchange",
            (PriceKind.Bid, "") => "bids",
            (_, "") => price.Text ?? "no price",
            (PriceKind.From, _) => $"from {amount}",
            _ => amount,
        };
    }

    /// <summary>What the amount does not say. Null: nothing.</summary>
    public static string? PriceNote(PriceTag? price) => price switch
    {
        { Kind: PriceKind.Negotiable } => "negotiable",
        { Kind: PriceKind.Bid, Amount: not null } => "bid",
        { Kind: PriceKind.Exchange, Amount: not null } => "or exchange",
        { Ambiguous: true } => "two readings",
        _ => null,
    };

    /// <summary>"just now", "5 min ago", "in 3 h", "2 d ago", else the day.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var span = now - at;
        string distance = span.Duration() switch
        {
            { TotalMinutes: < 1 } => "",
            { TotalMinutes: < 60 } d => $"{(int)d.TotalMinutes} min",
            { TotalHours: < 24 } d => $"{(int)d.TotalHours} h",
            { TotalDays: < 7 } d => $"{(int)d.TotalDays} d",
            _ => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return distance.Length == 0 ? (span >= TimeSpan.Zero ? "just now" : "in a moment")
            : distance.Contains('-', StringComparison.Ordinal) ? distance
            : span >= TimeSpan.Zero ? $"{distance} ago" : $"in {distance}";
    }

    /// <summary>"Sat 2026-11-21 02:00 (+01:00)": the clock on the wall there. An unknown zone reads as UTC.</summary>
    public static string InZone(DateTimeOffset at, string timeZone)
    {
        bool known = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone);
        var local = TimeZoneInfo.ConvertTime(at, known ? zone! : TimeZoneInfo.Utc);
        string offset = local.Offset == TimeSpan.Zero ? "UTC" : $"({local.ToString("zzz", CultureInfo.InvariantCulture)})";
        return $"{local.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {offset}";
    }

    /// <summary>"48 s", "12 min 30 s", "3 h 05 min".</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds} s",
        { TotalHours: < 1 } => $"{span.Minutes} min {span.Seconds:00} s",
        _ => $"{(int)span.TotalHours} h {span.Minutes:00} min",
    };

    /// <summary>"812 B", "3.4 kB", "1.2 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };

    /// <summary>"12 listings", "1 listing".</summary>
    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>The English name of an ISO 639-1 code.</summary>
    public static string Language(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    private static string Unit(PriceTag price) => $"{(price.Currency is { } c ? $" {c}" : "")}{(price.Per is { } per ? $" per {per}" : "")}";
}
