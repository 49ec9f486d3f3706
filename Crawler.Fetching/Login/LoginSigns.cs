using AngleSharp.Dom;
using Crawler.Pages.Html;

namespace Crawler.Fetching.Login;

/// <summary>What a page says about whether we are signed in.</summary>
internal static class LoginSigns
{
    /// <summary>Whether the page shows one of the markers.</summary>
    public static bool Any(IReadOnlyList<string> markers, string html) => Found(markers, html) is not null;

    /// <summary>The first marker that the page shows; null: none.</summary>
    public static string? Found(IReadOnlyList<string> markers, string html)
    {
        if (markers.Count == 0)
        {
            return null;
        }

        using var document = BoundedParser.Parse(html);
        return markers.FirstOrDefault(m => Shows(document, m));
    }

    /// <summary>Whether the page has a form that asks for a password.</summary>
    public static bool AsksForPassword(string html)
    {
        using var document = BoundedParser.Parse(html);
        return LoginForm.FormWithPassword(document) is not null;
    }

    private static bool Shows(IDocument document, string marker) => marker.StartsWith("text:", StringComparison.OrdinalIgnoreCase)
        ? document.Body?.TextContent.Contains(marker[5..].Trim(), StringComparison.OrdinalIgnoreCase) == true
        : CssSelection.Select(document, marker).Any();
}
