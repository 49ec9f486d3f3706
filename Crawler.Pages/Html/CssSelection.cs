using System.Collections.Concurrent;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Crawler.Pages.Html;

/// <summary>CSS selectors as definitions and learned rules use them: parsed once, and one that cannot be parsed picks nothing.</summary>
public static class CssSelection
{
    /// <summary>Parsed selectors kept in memory; learning tries thousands.</summary>
    private const int MostKept = 5000;

    private static readonly ConcurrentDictionary<string, ISelector?> Selectors = new(StringComparer.Ordinal);

    /// <summary>Elements a selector picks within a scope, in page order.</summary>
    public static IEnumerable<IElement> Select(IParentNode scope, string selector)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (Selectors.Count > MostKept)
        {
            Selectors.Clear();
        }

        return Selectors.GetOrAdd(selector, Parse) is null ? [] : scope.QuerySelectorAll(selector);
    }

    private static ISelector? Parse(string selector)
    {
        try
        {
            return new CssSelectorParser().ParseSelector(selector);
        }
        catch (DomException)
        {
            return null;
        }
    }
}
