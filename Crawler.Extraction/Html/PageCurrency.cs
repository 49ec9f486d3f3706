using System.Text.RegularExpressions;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Html;

/// <summary>The one currency of a page, for prices that are printed without any: as its meta elements, its data and its scripts name it.</summary>
internal static partial class PageCurrency
{
    private const int LongestScript = 2_000_000;
    private const int EnoughMentions = 400;

    /// <summary>ISO 4217; null: none is named, or several are and none clearly most.</summary>
    public static string? Of(HtmlPage page)
    {
        foreach (var element in page.Document.QuerySelectorAll("meta[property$='price:currency'], [itemprop='priceCurrency']"))
        {
            if (Currencies.In(element.GetAttribute("content") ?? element.TextContent, page.Country) is { } declared)
            {
                return declared;
            }
        }

        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        int read = 0;
        foreach (var script in page.Document.Scripts)
        {
            string text = script.TextContent;
            if (text.Length < 12 || (read += text.Length) > LongestScript)
            {
                continue;
            }

            Count(text, mentions);
        }

        return mentions.Count == 0 ? null : mentions.MaxBy(m => m.Value) is var most && most.Value * 10 >= mentions.Values.Sum() * 8 ? most.Key : null;
    }

    private static void Count(string text, Dictionary<string, int> mentions)
    {
        try
        {
            int found = 0;
            foreach (Match match in Named().Matches(text))
            {
                if (++found > EnoughMentions)
                {
                    return;
                }

                if (Currencies.In(match.Groups["code"].Value, country: null) is { } iso)
                {
                    mentions[iso] = mentions.GetValueOrDefault(iso) + 1;
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // What was counted so far stands.
        }
    }

    [GeneratedRegex(@"[cC]urrency(?:_?[cC]ode|_?[iI]so|_?[iI][dD])?\\?[""']?\s*[:=]\s*\\?[""'](?<code>[A-Z]{3})\\?[""']", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Named();
}
