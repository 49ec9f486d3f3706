using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Html;
using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Definitions;

/// <summary>Rules over HTML: CSS selectors within an element.</summary>
public sealed class HtmlRuleSource(HtmlPage page, IElement scope) : RuleSource
{
    protected override IEnumerable<RuleValue> Read(FieldRule rule, FieldWant want)
    {
        IEnumerable<IElement> elements = rule.Select is { } selector ? CssSelection.Select(scope, selector) : [scope];
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
                string? machine = element.LocalName is "meta" ? element.GetAttribute("content")
                    : element.LocalName is "time" ? element.GetAttribute("datetime")
                    : null;
                string text = machine ?? (node >= 0 ? page.Tree.Text(node) : TitleText.Tidy(element.TextContent));
                return new RuleValue(text.Length > 0 ? text : TitleText.Tidy(element.TextContent), machine is not null, node);
        }
    }

    private static string? Closest(IElement element, string attribute) =>
        element.GetAttribute(attribute) ?? element.QuerySelector($"a[{attribute}]")?.GetAttribute(attribute)
            ?? element.Closest($"a[{attribute}]")?.GetAttribute(attribute);
}
