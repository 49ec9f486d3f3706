using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Crawler.Extraction.States;
using Crawler.Pages;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>Finds what tells a page without results (or without an advert) from the others: a named element that only it has.</summary>
public static partial class MarkerLearner
{
    /// <summary>A selector that fits each of the marked pages and none of the others. Null: there is no such named element.</summary>
    public static string? Find(IReadOnlyList<PageContent> marked, IReadOnlyList<PageContent> others)
    {
        if (marked.Count == 0 || marked.Concat(others).Any(p => p.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var pages = marked.Select(p => BoundedParser.Parse(p.Text)).ToList();
        var rest = others.Select(p => BoundedParser.Parse(p.Text)).ToList();
        var candidates = pages[0].QuerySelectorAll("body *").Take(3000).Where(e => e.LocalName is not ("script" or "style" or "noscript"))
            .SelectMany(e => SelectorParts.Of(e, places: false)
                .Where(p => p.Cost <= MarkerWeights.MaxCost && IsNamed(p.Text))
                .Select(p => (p.Text, Cost: p.Cost + Distance(e) + NameCost(p.Text))));
        foreach (var (text, _) in candidates.GroupBy(c => c.Text, StringComparer.Ordinal).Select(g => g.MinBy(c => c.Cost)).OrderBy(c => c.Cost))
        {
            if (pages.All(p => Has(p, text)) && !rest.Any(p => Has(p, text)))
            {
                return text;
            }
        }

        return null;
    }

    private static double NameCost(string selector) =>
        SaysNothing().IsMatch(selector) ? 0 : SaysAnything().IsMatch(selector) ? MarkerWeights.SaysAnything : MarkerWeights.Named;

    /// <summary>An element whose own words say that there is nothing is the better marker.</summary>
    private static double Distance(IElement element) =>
        element.TextContent.Length is > 5 and < 600 && Sentences.SaysEmpty(element.TextContent)
            ? 0
            : MarkerWeights.SaysOtherwise + Math.Min(MarkerWeights.MostForLetters, element.TextContent.Length / MarkerWeights.LettersPerPoint);

    private static bool IsNamed(string selector) => selector.AsSpan().IndexOfAny('.', '#', '[') >= 0;

    private static bool Has(IParentNode document, string selector) => CssSelection.Select(document, selector).Any();

    [GeneratedRegex(
        @"(?<![a-z])(?:no|not|non|none|nothing|zero|null|empty|geen|kein|keine|leer|aucun|aucune|vide|sin|vacio|nessun|vuoto|brak|nenhum|vazio|gone"
            + @"|removed|verwijderd|geloescht|geloscht|supprime|error|err|404|missing)(?![a-z])|noresult|nothingfound|notfound",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex SaysNothing();

    /// <summary>Names of boxes that say all sorts of things.</summary>
    [GeneratedRegex(
        @"(?<![a-z])(?:message|messages|panel|alert|info|notice|hinweis|melding|box|text|card|content|wrapper|hero)(?![a-z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex SaysAnything();
}
