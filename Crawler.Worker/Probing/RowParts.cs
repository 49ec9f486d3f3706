using System.Text.Json;
using AngleSharp.Dom;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Html;
using Crawler.Extraction.Learning;
using Crawler.Pages;
using Crawler.Pages.Html;
using Crawler.Pages.Json;
using Crawler.Sites.Files;

namespace Crawler.Worker.Probing;

/// <summary>
/// All that stands in the rows of a result page, each thing with the rule that reads it: what a person chooses from when a definition reads the wrong one.
/// </summary>
internal static class RowParts
{
    private const int Most = 60;
    private const int Rows = 12;
    private const int Shown = 5;
    private const int LongestSample = 160;
    private const int Deepest = 4;

    private static readonly string[] Telling = ["href", "src", "data-src", "title", "alt", "datetime", "content", "value", "id", "data-id", "data-price", "aria-label"];

    /// <summary>In the order of the page. Empty: the definition has no rule for rows, or it finds none.</summary>
    public static IReadOnlyList<RowPart> Of(SiteDefinition site, PageContent content, DateTimeOffset now) =>
        site.Search.Format == PageFormat.Json
            ? OfJson(site, content.Text)
            : OfHtml(site, HtmlPage.Parse(content, site, now, new ReadBudget(ReadBudget.StandardTime)));

    private static List<RowPart> OfHtml(SiteDefinition site, HtmlPage page)
    {
        var rows = site.Search.Rows.Select(s => CssSelection.Select(page.Document, s).Take(Rows).ToList()).FirstOrDefault(r => r.Count > 0) ?? [];
        var parts = new List<RowPart>();
        foreach (var element in rows.Take(2).SelectMany(r => r.QuerySelectorAll("*").Where(e => !r.QuerySelectorAll("script, style, svg *").Contains(e)).Prepend(r).Select(e => (Row: r, Element: e))))
        {
            foreach (var rule in Readable(element.Element).SelectMany(direct => Placed(element.Element, element.Row, direct)))
            {
                Add(parts, SiteDefinitionWriter.Rule(rule), rows.ConvertAll(r => Value(page, r, rule)));
            }
        }

        return parts;
    }

    private static List<RowPart> OfJson(SiteDefinition site, string text)
    {
        var parts = new List<RowPart>();
        if (JsonText.Parse(text) is not { } root)
        {
            return parts;
        }

        var rows = site.Search.Rows.Select(path => JsonRuleSource.Select(root, path)).FirstOrDefault(found => found.Count > 0) ?? [];
        if (rows is [{ ValueKind: JsonValueKind.Array } list])
        {
            rows = [.. list.EnumerateArray()];
        }

        rows = [.. rows.Take(Rows)];
        foreach (string path in rows.Take(2).SelectMany(r => JsonPaths.Scalars(r, Deepest)).Select(p => p.Path))
        {
            Add(parts, path, [.. rows.Select(r => JsonRuleSource.Select(r, path) is [var value, ..] ? JsonText.Scalar(value) : null)]);
        }

        return parts;
    }

    /// <summary>One part for each rule, and one rule for the same values; what only one row of many has is no field of rows.</summary>
    private static void Add(List<RowPart> parts, string rule, IReadOnlyList<string?> values)
    {
        var samples = values.OfType<string>().Where(v => v.Length > 0).Select(v => v.Length <= LongestSample ? v : v[..LongestSample] + "…").ToList();
        if (samples.Count == 0 || samples.Count * 4 < values.Count || parts.Count >= Most)
        {
            return;
        }

        IReadOnlyList<string> shown = [.. samples.Take(Shown)];
        if (!parts.Exists(p => p.Rule == rule || p.Samples.SequenceEqual(shown, StringComparer.Ordinal)))
        {
            parts.Add(new RowPart { Rule = rule, Samples = shown });
        }
    }

    private static string? Value(HtmlPage page, IElement row, FieldRule rule) => new HtmlRuleSource(page, row).First([rule], FieldWant.Text)?.Text;

    /// <summary>An element's text where no element within has all of it, and the attributes that tell something.</summary>
    private static IEnumerable<FieldRule> Readable(IElement element)
    {
        if (element.ChildNodes.OfType<IText>().Any(t => !string.IsNullOrWhiteSpace(t.Data))
            || (element.ChildElementCount > 1 && element.TextContent.Trim().Length is > 0 and <= 80))
        {
            yield return new FieldRule();
        }

        foreach (string name in Telling.Where(n => !string.IsNullOrWhiteSpace(element.GetAttribute(n))))
        {
            yield return new FieldRule { Attribute = name };
        }
    }

    private static IEnumerable<FieldRule> Placed(IElement element, IElement row, FieldRule direct)
    {
        if (element == row)
        {
            return direct.Attribute is null ? [] : [direct];
        }

        // The cheapest selector that picks this element first, so that the rule reads what was pointed at.
        return SelectorPaths.Of(element, row).Where(p => CssSelection.Select(row, p.Text).FirstOrDefault() == element).Take(1)
            .Select(p => direct with { Select = p.Text });
    }
}
