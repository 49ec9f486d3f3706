using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>Finds e-mail addresses, plain and in words ("name at example dot org", "naam apenstaartje voorbeeld punt nl", "name(at)example.org").</summary>
internal static partial class EmailReader
{
    /// <summary>How people write "@" so that programs miss it.</summary>
    private const string AtSign =
        @"[ \u00A0](?:at|apenstaartje|apestaart|arobase|arobas|klammeraffe|chez)[ \u00A0]" +
        @"|[ \u00A0]?[\[({<](?:at|@|a|apenstaartje|arobase|ät)[\])}>][ \u00A0]?" +
        @"|[ \u00A0]@[ \u00A0]";

    /// <summary>How they write a full stop.</summary>
    private const string DotSign = @"[ \u00A0](?:dot|punt|point|punkt|stip)[ \u00A0]|[ \u00A0]?[\[(](?:dot|punt|point|punkt)[\])][ \u00A0]?";

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
            if (!IsMeant(match.Value))
            {
                continue;
            }

            string address = Dot().Replace(At().Replace(match.Value, "@"), ".").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            if (Plain().Match(address) is { Success: true } whole && whole.Length == address.Length)
            {
                yield return address;
            }
        }
    }

    /// <summary>
    /// "At" is an everyday word: "look at this.My offer", "nil at this point unless". Beside it only "dot" or a well-known ending makes an address.
    /// </summary>
    private static bool IsMeant(string printed) =>
        !printed.Contains(" at ", StringComparison.OrdinalIgnoreCase)
        || printed.Contains(" dot ", StringComparison.OrdinalIgnoreCase)
        || CommonEnding().IsMatch(printed);

    [GeneratedRegex(
        @"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,12}(?![\w@])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    /// <summary>One at in words or brackets, dots as signs or in words. A bare "at" needs a dot in words or a plain domain right after it.</summary>
    [GeneratedRegex(
        @"(?<![\w.+-])[a-z0-9][\w+-]{0,30}(?:(?:\.|" + DotSign + @")[\w+-]{1,30}){0,3}(?:" + AtSign + @")" +
        @"[a-z0-9-]{2,40}(?:(?:\.|" + DotSign + @")[a-z0-9-]{2,30}){1,3}(?![\w@])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InWords();

    [GeneratedRegex(
        AtSign,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();

    [GeneratedRegex(
        @"\.(?:com|org|net|info|eu|nl|be|fr|de|at|ch|lu|uk|ie|es|it|pl|pt|ru|io|me|onion)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommonEnding();

    [GeneratedRegex(
        DotSign,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dot();
}
