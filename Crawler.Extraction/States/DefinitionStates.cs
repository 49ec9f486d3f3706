using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Html;
using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.States;

/// <summary>The site's own markers of pages that are not what was asked for.</summary>
internal static class DefinitionStates
{
    /// <summary>Refusals, walls and absent pages; null: none of the site's markers is on the page.</summary>
    public static PageVerdict? Of(PageStates states, HtmlPage page, bool detail) =>
        First(page, states.Blocked, OutcomeKind.Blocked) ?? First(page, states.Captcha, OutcomeKind.Captcha)
            ?? First(page, states.Consent, OutcomeKind.ConsentWall)
        ?? First(page, states.Login, OutcomeKind.LoginRequired) ?? (detail ? First(page, states.Removed, OutcomeKind.Gone) : null)
            ?? First(page, states.SoftNotFound, OutcomeKind.SoftNotFound);

    public static PageVerdict? Empty(PageStates states, HtmlPage page) => First(page, states.Empty, OutcomeKind.Empty);

    /// <summary>The <c>text:</c> markers over a page that is not HTML.</summary>
    public static PageVerdict? OfText(PageStates states, string text, bool detail)
    {
        PageVerdict? Look(IReadOnlyList<string> markers, OutcomeKind kind) =>
            markers.FirstOrDefault(m => Words(m) is { } words && text.Contains(words, StringComparison.OrdinalIgnoreCase)) is { } found
                ? new PageVerdict(kind, found)
                : null;
        return Look(states.Blocked, OutcomeKind.Blocked) ?? Look(states.Captcha, OutcomeKind.Captcha) ?? Look(states.Consent, OutcomeKind.ConsentWall)
            ?? Look(states.Login, OutcomeKind.LoginRequired)
            ?? (detail ? Look(states.Removed, OutcomeKind.Gone) : null) ?? Look(states.SoftNotFound, OutcomeKind.SoftNotFound)
                ?? Look(states.Empty, OutcomeKind.Empty);
    }

    private static PageVerdict? First(HtmlPage page, IReadOnlyList<string> markers, OutcomeKind kind)
    {
        foreach (string marker in markers)
        {
            if (Words(marker) is { } words ? FoldedText.Of(page.AllText).Contains(FoldedText.Of(words), StringComparison.Ordinal) : IsShown(page, marker))
            {
                return new PageVerdict(kind, $"the definition's marker '{marker}'");
            }
        }

        return null;
    }

    private static bool IsShown(HtmlPage page, string selector) =>
        CssSelection.Select(page.Document, selector).Any(e => page.IndexOf(e) is var node && (node < 0 || !page.Tree.Nodes[node].Hidden));

    private static string? Words(string marker) => marker.StartsWith("text:", StringComparison.OrdinalIgnoreCase) ? marker[5..].Trim() : null;
}
