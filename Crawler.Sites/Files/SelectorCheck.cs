using AngleSharp.Css.Parser;
using Crawler.Contracts.Sites;
using Crawler.Pages.Json;

namespace Crawler.Sites.Files;

/// <summary>Whether a selector of a site file can work at all.</summary>
internal static class SelectorCheck
{
    private static readonly CssSelectorParser Parser = new();

    /// <summary>What is wrong with the selector, or null.</summary>
    public static string? Problem(string selector, PageFormat format)
    {
        if (format == PageFormat.Json)
        {
            JsonPath.TryParse(selector, out string? error);
            return error;
        }

        return Css(selector) is null ? $"'{selector}' is not a CSS selector" : null;
    }

    /// <summary>A page-state marker: <c>text:words</c>, or a CSS selector.</summary>
    public static string? MarkerProblem(string marker)
    {
        if (marker.StartsWith("text:", StringComparison.OrdinalIgnoreCase))
        {
            return marker.AsSpan(5).Trim().Length < 3 ? $"'{marker}' needs at least three letters after text:" : null;
        }

        return Problem(marker, PageFormat.Html);
    }

    private static AngleSharp.Css.Dom.ISelector? Css(string selector)
    {
        try
        {
            return Parser.ParseSelector(selector);
        }
        catch (AngleSharp.Dom.DomException)
        {
            return null;
        }
    }
}
