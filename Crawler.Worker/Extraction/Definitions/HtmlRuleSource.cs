using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Worker.Extraction.Pages;
using Crawler.Worker.Extraction.Values;

namespace Crawler.Worker.Extraction.Definitions;

/// <summary>Rules over HTML: CSS selectors within an element.</summary>
internal sealed class HtmlRuleSource(HtmlPage page, IElement scope) : RuleSource
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ISelector?> Selectors = new(StringComparer.Ordinal);

    /// <summary>Elements a selector picks within a scope; none for a selector that cannot be parsed.</summary>
    public static IEnumerable<IElement> Select(IParentNode scope, string selector)
    {
        if (Selectors.Count > 5000)
        {
            Selectors.Clear();
        }

        var parsed = Selectors.GetOrAdd(selector, Parse);
        if (parsed is null)
        {
            return [];
        }

        return scope is IElement element ? element.QuerySelectorAll(selector) : scope.QuerySelectorAll(selector);
    }

    protected override IEnumerable<RuleValue> Read(FieldRule rule, FieldWant want)
    {
        IEnumerable<IElement> elements = rule.Select is { } selector ? Select(scope, selector) : [scope];
        foreach (var element in elements)
        {
            int node = page.IndexOf(element);
            if (rule.Exists || want.Form == FieldForm.Presence)
            {
                yield return new RuleValue("true", Data: true, node);
            }
            else if (rule.Attribute is { } attribute)
            {
                if (Attribute(element, attribute, want) is { } value)
                {
                    yield return new RuleValue(value, Data: true, node);
                }
            }
            else if (Content(element, node, want) is { } text)
            {
                yield return text;
            }
        }
    }

    private string? Attribute(IElement element, string attribute, FieldWant want)
    {
        string? value = element.GetAttribute(attribute);
        if (want.Form == FieldForm.Image && attribute.EndsWith("srcset", StringComparison.OrdinalIgnoreCase))
        {
            return ImageReader.Best(element, page.Address) ?? value;
        }

        return want.Form == FieldForm.Image && value is not null && ImageReader.IsPlaceholder(value) ? null : value;
    }

    private RuleValue? Content(IElement element, int node, FieldWant want)
    {
        switch (want.Form)
        {
            case FieldForm.Address when Closest(element, "href") is { } href:
                return new RuleValue(href, Data: true, node);
            case FieldForm.Image:
                var image = element.LocalName == "img" ? element : element.QuerySelector("img") ?? element;
                return ImageReader.Best(image, page.Address) is { } url ? new RuleValue(url, Data: true, node) : null;
            case FieldForm.Lines:
                string lines = node >= 0 ? PlainText.Of(page.Tree, node) : element.TextContent;
                return new RuleValue(lines.Length > 0 ? lines : element.TextContent, Data: false, node);
            default:
                string? machine = element.LocalName is "meta" ? element.GetAttribute("content") : element.LocalName is "time" ? element.GetAttribute("datetime") : null;
                string text = machine ?? (node >= 0 ? page.Tree.Text(node) : TitleText.Tidy(element.TextContent));
                return new RuleValue(text.Length > 0 ? text : TitleText.Tidy(element.TextContent), machine is not null, node);
        }
    }

    private static string? Closest(IElement element, string attribute) =>
        element.GetAttribute(attribute) ?? element.QuerySelector($"a[{attribute}]")?.GetAttribute(attribute) ?? element.Closest($"a[{attribute}]")?.GetAttribute(attribute);

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
