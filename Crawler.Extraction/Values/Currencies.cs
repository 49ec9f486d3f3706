using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Crawler.Extraction.Values;

/// <summary>Currency signs, codes and words, and the ISO 4217 code each means in a country.</summary>
internal static partial class Currencies
{
    private const string Pattern =
        @"US\s?\$|U\$S|A\$|AU\$|C\$|CA\$|CAN\$|CAD\$|CDN\$|NZ\$|HK\$|S\$|SG\$|MX\$|NT\$|R\$|AR\$|US€|[€£$¥₽₴₺₹₩₫฿₪₱₦₸₡₲₵₿元円]"
        + @"|(?<![\p{L}\p{N}])(?:Euros?|Eur(?:o)?|EUR|USD|GBP|CHF|SFr\.?|Fr\.|PLN|CZK|SEK|NOK|DKK|ISK|HUF|RON|BGN|RUB|UAH|TRY|BRL|CAD|AUD|NZD|HKD|SGD"
        + @"|MXN|TWD|JPY|CNY|RMB|KRW|INR|VND"
        + @"|THB|IDR|MYR|ILS|AED|SAR|PHP|ZAR|EGP|MAD|DZD|TND|NGN|KES|COP|ARS|CLP|PEN|KZT|BYN|RSD|HRK|BAM|ALL|MKD|MDL|GEL|AMD|AZN|PKR|LKR|BDT|PTE|XMR"
        + @"|BTC|XBT|ETH|USDT|QAR|KWD|BHD|OMR|JOD)(?![\p{L}])"
        + @"|(?<=\d\s?)(?:EUR|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|USD|GBP|BRL)(?![\p{L}])"
        + @"|(?<!\p{L})(?:CHF|EUR|USD|GBP|PLN|CZK|SEK|NOK|DKK|BRL|Rs\.?|RM|Rp\.?|S/\.?|Bs\.?|Kč|Kčs|zł|złotych|złote|zl|Ft|lei|лв\.?|руб(?:лей|ля"
        + @"|\.)?|р\.|Р(?![\p{L}])|р(?![\p{L}])|грн\.?|hrn|TL|kr\.?|Kr\.?|kn|din\.?|ден|KM|Lt|Ls"
        + @"|yen|won|francs?|pounds?|dollars?|dolares|dólares|reais|roubles|đ|VNĐ|ريال|د\.إ|د\.م\.?|ج\.م)(?=[\s\d.,:;/*)+-]|$)"
        + @"|(?<=\d\s?)(?:zł|Kč|kr|Ft|lei|руб|грн|TL|yen|đ)(?![\p{L}])|(?<=\d)\s?,-\s?(?:kr|Kr)";

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR", ["EURO"] = "EUR", ["EUROS"] = "EUR", ["£"] = "GBP", ["POUND"] = "GBP", ["POUNDS"] = "GBP", ["SFR"] = "CHF", ["FR"] = "CHF",
        ["US$"] = "USD", ["U$S"] = "USD", ["A$"] = "AUD", ["AU$"] = "AUD", ["C$"] = "CAD", ["CA$"] = "CAD", ["CAN$"] = "CAD", ["CAD$"] = "CAD",
        ["CDN$"] = "CAD",
        ["NZ$"] = "NZD", ["HK$"] = "HKD", ["S$"] = "SGD", ["SG$"] = "SGD", ["MX$"] = "MXN", ["NT$"] = "TWD", ["R$"] = "BRL", ["AR$"] = "ARS",
        ["REAIS"] = "BRL",
        ["₽"] = "RUB", ["РУБ"] = "RUB", ["РУБЛЕЙ"] = "RUB", ["РУБЛЯ"] = "RUB", ["Р"] = "RUB", ["ROUBLES"] = "RUB", ["₴"] = "UAH", ["ГРН"] = "UAH",
        ["HRN"] = "UAH",
        ["₺"] = "TRY", ["TL"] = "TRY", ["₹"] = "INR", ["RS"] = "INR", ["₩"] = "KRW", ["WON"] = "KRW", ["₫"] = "VND", ["Đ"] = "VND",
        ["VNĐ"] = "VND", ["฿"] = "THB",
        ["₪"] = "ILS", ["₱"] = "PHP", ["₦"] = "NGN", ["₸"] = "KZT", ["₿"] = "XBT", ["BTC"] = "XBT", ["元"] = "CNY", ["RMB"] = "CNY", ["円"] = "JPY",
        ["YEN"] = "JPY",
        ["RM"] = "MYR", ["RP"] = "IDR", ["S/"] = "PEN", ["BS"] = "BOB", ["KČ"] = "CZK", ["KČS"] = "CZK", ["ZŁ"] = "PLN", ["ZŁOTYCH"] = "PLN",
        ["ZŁOTE"] = "PLN", ["ZL"] = "PLN",
        ["FT"] = "HUF", ["LEI"] = "RON", ["ЛВ"] = "BGN", ["KN"] = "HRK", ["DIN"] = "RSD", ["ДЕН"] = "MKD", ["KM"] = "BAM", ["LT"] = "LTL", ["LS"] = "LVL",
        ["ريال"] = "SAR", ["د.إ"] = "AED", ["د.م"] = "MAD", ["ج.م"] = "EGP",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Dollars = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CA"] = "CAD", ["AU"] = "AUD", ["NZ"] = "NZD", ["HK"] = "HKD", ["SG"] = "SGD", ["MX"] = "MXN", ["AR"] = "ARS", ["CL"] = "CLP", ["CO"] = "COP",
        ["TW"] = "TWD", ["UY"] = "UYU",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Crowns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SE"] = "SEK", ["NO"] = "NOK", ["DK"] = "DKK", ["IS"] = "ISK", ["CZ"] = "CZK",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A currency's place in a text.</summary>
    public static Regex Signs => SignsRegex();

    /// <summary>ISO 4217 of a sign, code or word. Null: it names no currency, or one that only a country could decide.</summary>
    public static string? Iso(string sign, string? country)
    {
        string key = sign.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.').TrimStart(',', '-');
        if (key is "$" or "dollar" or "dollars" or "dolares" or "dólares")
        {
            return country is not null && Dollars.TryGetValue(country, out string? dollar) ? dollar : "USD";
        }

        if (key is "¥")
        {
            return country is "CN" ? "CNY" : "JPY";
        }

        if (key.Equals("kr", StringComparison.OrdinalIgnoreCase))
        {
            return country is not null && Crowns.TryGetValue(country, out string? crown) ? crown : null;
        }

        if (key.StartsWith("franc", StringComparison.OrdinalIgnoreCase))
        {
            return country is "CH" ? "CHF" : null;
        }

        if (Codes.TryGetValue(key, out string? code))
        {
            return code;
        }

        return key.Length is 3 or 4 && key.All(char.IsAsciiLetter) ? key.ToUpperInvariant() : null;
    }

    /// <summary>The first currency named in a text. Null: none.</summary>
    public static string? In(string? text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 400)
        {
            return null;
        }

        try
        {
            var match = Signs.Match(text);
            return match.Success ? Iso(match.Value.Trim(), country) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignsRegex();
}
