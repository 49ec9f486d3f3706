using System.Text;
using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Pages;
using Crawler.Pages.Html;
using Crawler.Pages.Locale;

namespace Crawler.Worker.Probing;

/// <summary>What a site is called, in which language it speaks, and what kind of place it is.</summary>
internal static class SiteNaming
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » "];

    /// <summary>From the host: <c>www.market.example</c> becomes <c>market-example</c>; a port that is not the scheme's own is kept.</summary>
    public static string Id(Uri url)
    {
        string host = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
        var id = new StringBuilder();
        foreach (char c in (url.IsDefaultPort ? host : $"{host}-{url.Port}").ToLowerInvariant())
        {
            id.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        }

        string tidy = id.ToString().Trim('-');
        return tidy.Length > 60 ? tidy[..60].TrimEnd('-') : tidy;
    }

    /// <summary>What the site says it is called, or what the titles of its pages have in common; else the host.</summary>
    public static string Name(IEnumerable<PageContent> pages, Uri url)
    {
        var titles = new List<string>();
        foreach (var page in pages.Where(p => !p.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase)))
        {
            using var document = BoundedParser.Parse(page.Text);
            if (document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content") is { Length: > 1 and < 60 } said)
            {
                return said.Trim();
            }

            if (document.Title is { Length: > 1 } title)
            {
                titles.Add(title.Trim());
            }
        }

        var parts = titles.Select(t => t.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        string? shared = parts.Count < 2
            ? null
            : parts[0].Where(p => p.Length is > 1 and < 50).FirstOrDefault(p => parts.All(t => t.Contains(p, StringComparer.Ordinal)));
        return shared ?? url.Authority;
    }

    /// <summary>By host and by the addresses of its adverts.</summary>
    public static SiteKind Kind(Uri url, IEnumerable<string> adverts)
    {
        string all = string.Join('\n', adverts.Take(20));
        return url.Host.EndsWith(".onion", StringComparison.OrdinalIgnoreCase) ? SiteKind.DarkMarket
            : all.Contains("viewtopic", StringComparison.OrdinalIgnoreCase) || all.Contains("/threads/", StringComparison.OrdinalIgnoreCase)
                || all.Contains("/topic", StringComparison.OrdinalIgnoreCase) || all.Contains("showthread", StringComparison.OrdinalIgnoreCase)
                ? SiteKind.Forum
            : all.Contains("/@", StringComparison.Ordinal) ? SiteKind.Social
            : SiteKind.Marketplace;
    }

    /// <summary>Language and country as the page states them.</summary>
    public static (string? Language, string? Country) Locale(PageContent page)
    {
        if (page.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return (null, PageLocale.CountryOf(page.Url));
        }

        using var document = BoundedParser.Parse(page.Text);
        return PageLocale.Of(document, page.Url);
    }
}
