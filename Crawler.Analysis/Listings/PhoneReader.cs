using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>Finds telephone numbers: in digits of any grouping, and spelled out in Dutch, French, German or English.</summary>
internal static partial class PhoneReader
{
    /// <summary>E.164 where the country can be told, else the digits as printed.</summary>
    public static IEnumerable<string> In(string text, string? country)
    {
        string withoutDates = Date().Replace(text, " ; ");
        foreach (Match match in Digits().Matches(withoutDates))
        {
            if (PhoneNumbers.Normalize(match.Value, country) is { } phone)
            {
                yield return phone;
            }
        }

        foreach (string phone in SpelledOut(text, country))
        {
            yield return phone;
        }
    }

    /// <summary>Only those told in words.</summary>
    public static IEnumerable<string> SpelledOut(string text, string? country = null) =>
        SpelledDigits.In(text).Select(spelled => PhoneNumbers.Normalize(spelled, country)).OfType<string>();

    /// <summary>Plus, double zero or zero, then seven or more digits with at most two signs between each two.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.,€$£@/#_=-])(?:\+\d|\(\+?\d|00 ?\d|0)(?:[ \t\u00A0\u202F().\-/]{0,3}\d){7,14}(?![\d\p{L}]|[.,]\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\d+])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
