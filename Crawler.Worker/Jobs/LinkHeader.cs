using System.Text.RegularExpressions;
using Crawler.Fetching;

namespace Crawler.Worker.Jobs;

/// <summary>The header <c>Link</c> (RFC 8288), in which APIs say where their lists go on.</summary>
internal static partial class LinkHeader
{
    private const int Longest = 4096;

    /// <summary>
    /// The target of the first link with <c>rel="next"</c>, resolved against the page's address. Null: there is none, or it is no web address.
    /// </summary>
    public static Uri? Next(FetchedPage page)
    {
        foreach (string line in page.RawHeaders.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.Length > Longest || !line.AsSpan(0, colon).Trim().Equals("link", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (Match link in Links().Matches(line[(colon + 1)..]))
            {
                if (Relations().Match(link.Groups["parameters"].Value) is { Success: true } rel
                    && rel.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("next", StringComparer.OrdinalIgnoreCase)
                    && Uri.TryCreate(page.FinalUrl, link.Groups["target"].Value, out var target) && target.Scheme is "http" or "https")
                {
                    return target;
                }
            }
        }

        return null;
    }

    [GeneratedRegex("""<(?<target>[^>]*)>(?<parameters>(?:\s*;\s*[\w*!#$&+.^`|~-]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]*))?)*)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("""(?:^|;)\s*rel\s*=\s*(?:"(?<names>[^"]*)"|(?<names>[^\s",;]+))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Relations();
}
