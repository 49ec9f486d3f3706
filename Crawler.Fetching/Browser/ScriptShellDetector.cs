using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Crawler.Fetching.Browser;

/// <summary>Tells pages that are only a shell, which scripts fill later, from pages that can be read as they are. A pure function of the HTML.</summary>
internal static class ScriptShellDetector
{
    private const int MaxLength = 4 * 1024 * 1024;
    private const int LittleText = 1200;
    private const int HollowText = 60;
    private const int StateInPage = 4000;

    private static readonly string[] Containers =
        ["#app", "#root", "#__next", "#__nuxt", "#main", "#content", "#application", "#react-root", "#svelte", "main", "[role=main]", "app-root", "[data-reactroot]", "[aria-busy=true]", "[data-app]"];

    private static readonly string[] NoScriptWords = ["javascript", "java script", "scripts"];

    /// <summary>Whether the page has to be rendered before it can be read.</summary>
    public static bool IsShell(string html)
    {
        if (html.Length is 0 or > MaxLength || !html.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        if (document.Body is not { } body || CarriesItsData(document))
        {
            return false;
        }

        bool wanted = AsksForScripts(document);
        foreach (var unseen in document.QuerySelectorAll("script, style, noscript, template, svg").ToList())
        {
            unseen.Remove();
        }

        int text = VisibleLength(body);
        return text < LittleText && (HasHollow(document) || (wanted && text < LittleText / 2));
    }

    /// <summary>Structured data or the page's whole state, written into it: extraction can read that without scripts.</summary>
    private static bool CarriesItsData(IDocument document) =>
        document.QuerySelectorAll("script[type='application/ld+json']")
            .Any(s => s.TextContent.Contains("\"offers\"", StringComparison.Ordinal) || s.TextContent.Contains("ItemList", StringComparison.Ordinal))
        || document.QuerySelectorAll("script[type='application/json']").Any(s => s.TextContent.Length > StateInPage)
        // Some sites put the whole page into noscript, for readers like this one.
        || document.QuerySelectorAll("noscript").Any(n => VisibleLength(n) > LittleText / 2);

    private static bool AsksForScripts(IDocument document) =>
        document.QuerySelectorAll("noscript").Any(n => NoScriptWords.Any(w => n.TextContent.Contains(w, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A container for the page's content in which there is none: no text to speak of, no pictures, hardly a link.</summary>
    private static bool HasHollow(IDocument document) => Containers
        .SelectMany(c => document.QuerySelectorAll(c))
        .Any(e => VisibleLength(e) < HollowText && e.QuerySelector("img, table, article, form, input") is null && e.QuerySelectorAll("a[href]").Length < 3);

    private static int VisibleLength(INode node)
    {
        int length = 0;
        bool space = true;
        foreach (char c in node.TextContent)
        {
            bool white = char.IsWhiteSpace(c);
            length += white && space ? 0 : 1;
            space = white;
        }

        return length;
    }
}
