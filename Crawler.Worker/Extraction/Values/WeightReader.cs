using System.Text.RegularExpressions;

namespace Crawler.Worker.Extraction.Values;

/// <summary>Weights in a text: "1,2 kg", "350 gram", "2 lbs".</summary>
internal static partial class WeightReader
{
    /// <summary>The first weight a text states, in grams. Null: none, or only a price per weight.</summary>
    /// <param name="text">Title or description.</param>
    /// <param name="language">ISO 639-1; decides nothing but how <c>1.500 g</c> is grouped.</param>
    public static decimal? Grams(string? text, string? language)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            foreach (Match match in Weight().Matches(text))
            {
                if (AmountReader.Read(match.Groups["number"].Value.Trim(), null, new PriceContext { Language = language }, out _) is { } amount and > 0)
                {
                    return amount * Factor(match.Groups["unit"].Value.ToLowerInvariant());
                }
            }

            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static decimal Factor(string unit) => unit switch
    {
        _ when unit.StartsWith('k') => 1000m,
        _ when unit.StartsWith("mg", StringComparison.Ordinal) || unit.StartsWith("milli", StringComparison.Ordinal) => 0.001m,
        _ when unit is "lb" or "lbs" || unit.StartsWith("pound", StringComparison.Ordinal) => 453.59237m,
        "oz" or "ounce" or "ounces" => 28.349523125m,
        "ct" or "carat" or "carats" or "karaat" => 0.2m,
        _ when unit.StartsWith("pfund", StringComparison.Ordinal) || unit is "pond" => 500m,
        _ when unit.StartsWith("ton", StringComparison.Ordinal) => 1_000_000m,
        _ => 1m,
    };

    [GeneratedRegex(
        @"(?<![\p{L}\d.,/])(?<number>\d{1,3}(?:[ .,]\d{3})*(?:[.,]\d{1,3})?|\d+(?:[.,]\d+)?)\s?(?<unit>kg|kilo(?:gramm?e?s?|s)?|mg|milligramm?e?s?|g|gr|gramm?e?s?|gram|lbs?|pounds?|oz|ounces?|pfund|pond|ct|carats?|karaat|tonn?e?s?)(?![\p{L}\d²³])(?!\s?/)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Weight();
}
