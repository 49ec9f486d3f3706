using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>Finds e-mail addresses, plain and in words ("name at example dot org", "naam apenstaartje voorbeeld punt nl", "name(at)example.org").</summary>
internal static partial class EmailReader
{
    public static IEnumerable<string> In(string text)
    {
        foreach (Match match in Plain().Matches(text))
        {
            yield return match.Value.TrimEnd('.').ToLowerInvariant();
        }

        foreach (string address in SpelledOut(text))
        {
            yield return address;
        }
    }

    /// <summary>Only those that are not written plainly.</summary>
    public static IEnumerable<string> SpelledOut(string text)
    {
        foreach (Match match in InWords().Matches(text))
        {
            string address = Dot().Replace(At().Replace(match.Value, "@"), ".").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            if (Plain().Match(address) is { Success: true } whole && whole.Length == address.Length)
            {
                yield return address;
            }
        }
    }

    [GeneratedRegex(@"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,12}(?![\w@])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    /// <summary>One at in words or brackets, dots as signs or in words. A bare "at" needs a dot in words or a plain domain right after it.</summary>
    [GeneratedRegex(
        @"(?<![\w.+-])[a-z0-9][\w+-]{0,30}(?:(?:\.|\s(?:dot|punt|point|punkt|stip)\s|\s?[\[(](?:dot|punt|point|punkt)[\])]\s?)[\w+-]{1,30}){0,3}(?:\s(?:at|apenstaartje|apestaart|arobase|arobas|klammeraffe|chez)\s|\s?[\[({<](?:at|@|a|apenstaartje|arobase|ät)[\])}>]\s?|\s@\s)[a-z0-9-]{2,40}(?:(?:\.|\s(?:dot|punt|point|punkt|stip)\s|\s?[\[(](?:dot|punt|point|punkt)[\])]\s?)[a-z0-9-]{2,30}){1,3}(?![\w@])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InWords();

    [GeneratedRegex(@"\s(?:at|apenstaartje|apestaart|arobase|arobas|klammeraffe|chez)\s|\s?[\[({<](?:at|@|a|apenstaartje|arobase|ät)[\])}>]\s?|\s@\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();

    [GeneratedRegex(@"\s(?:dot|punt|point|punkt|stip)\s|\s?[\[(](?:dot|punt|point|punkt)[\])]\s?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dot();
}
