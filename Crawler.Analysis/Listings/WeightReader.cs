using System.Globalization;
using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>Reads the weight an advert states.</summary>
public static partial class WeightReader
{
    /// <summary>
    /// The first weight in the text, in grams. Null: none. "1.234,5 g", "1,2 kg", "250gr", "2 kilo", "3 oz", "500 mg" (a dose: not counted).
    /// </summary>
    public static decimal? Grams(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (Match match in Weight().Matches(text))
        {
            if (Number(match.Groups["number"].Value) is { } number && number > 0)
            {
                return decimal.Round(number * GramsPer(match.Groups["unit"].Value.ToUpperInvariant()), 3);
            }
        }

        return null;
    }

    private static decimal GramsPer(string unit) => unit switch
    {
        "KG" or "KGS" or "KILO" or "KILOS" or "KILOGRAM" or "KILOGRAMS" or "KILOGRAMME" or "KILOGRAMMES" or "KILOGRAMM" => 1000m,
        "OZ" or "OUNCE" or "OUNCES" => 28.349523m,
        "LB" or "LBS" or "POUND" or "POUNDS" => 453.59237m,
        _ => 1m,
    };

    /// <summary>
    /// A number of any habit: of point and comma the last is the decimal sign, unless exactly three digits follow a lone one and more than zero stands before
    /// it.
    /// </summary>
    private static decimal? Number(string printed)
    {
        string digits = string.Concat(printed.Where(c => c is not (' ' or '\u00A0' or '\u202F' or '\'')));
        int last = digits.AsSpan().LastIndexOfAny('.', ',');
        if (last >= 0)
        {
            string whole = digits[..last].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            string rest = digits[(last + 1)..];
            bool onlySign = digits.AsSpan(0, last).IndexOfAny('.', ',') < 0;
            bool sameSign = !onlySign && digits.AsSpan(0, last).Contains(digits[last]);
            bool thousands = rest.Length == 3 && whole is not "0" && (onlySign || sameSign);
            digits = thousands ? whole + rest : $"{whole}.{rest}";
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d.,])(?<number>\d{1,3}(?:[ \u00A0\u202F'.]\d{3})+(?:,\d{1,3})?|\d{1,7}(?:[.,]\d{1,3})?)\s?" +
        @"(?<unit>kilogrammes?|kilogramm|kilograms?|kilos?|kgs?|grammes?|gramm|grams?|gram|grs?|g|ounces?|oz|pounds?|lbs?)\b(?!/|\.\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weight();
}
