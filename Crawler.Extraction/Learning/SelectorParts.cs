using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>A selector and how much it asks of the page: the lower the cost, the likelier it survives small changes and the easier it reads.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SelectorPart(string Text, double Cost);

/// <summary>The simple selectors that pick an element: by meaning, by name, by tag, by place.</summary>
internal static partial class SelectorParts
{
    private static readonly string[] TestNames = ["data-testid", "data-test", "data-cy", "data-qa", "data-test-id", "data-role", "data-type",
        "data-component"];

    /// <summary>Cheapest first.</summary>
    /// <param name="element">The element.</param>
    /// <param name="places">Also by its place among its siblings.</param>
    public static IReadOnlyList<SelectorPart> Of(IElement element, bool places)
    {
        var parts = new List<SelectorPart>();
        string tag = element.LocalName;
        bool plain = TagName().IsMatch(tag);
        if (element.GetAttribute("itemprop") is { Length: > 1 and < 40 } property && Word().IsMatch(property))
        {
            parts.Add(new SelectorPart($"[itemprop={property}]", SelectorWeights.ItemProperty));
        }

        foreach (string name in TestNames)
        {
            if (element.GetAttribute(name) is { Length: > 1 and < 50 } value && !ClassQuality.IsMade(value)
                && value.All(c => char.IsLetter(c) || c is '-' or '_'))
            {
                parts.Add(new SelectorPart($"[{name}={value}]", SelectorWeights.TestName));
            }
        }

        if (element.Id is { } id && ClassQuality.Of(id) is { } cost && !id.Any(char.IsAsciiDigit))
        {
            parts.Add(new SelectorPart($"#{id}", cost));
        }

        ByClass(element, plain ? tag : "", parts);
        if (tag == "a" && element.GetAttribute("href") is { } href && Folder().Match(href) is { Success: true } folder)
        {
            parts.Add(new SelectorPart($"a[href*='{folder.Groups["name"].Value}']", SelectorWeights.Folder));
        }

        if (tag == "a" && element.GetAttribute("rel")?.Contains("next", StringComparison.OrdinalIgnoreCase) == true)
        {
            parts.Add(new SelectorPart("a[rel~=next]", SelectorWeights.RelNext));
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("data-", StringComparison.Ordinal) && attribute.Name.Length < 30 && !ClassQuality.IsMade(attribute.Name[5..])
                && TagName().IsMatch(attribute.Name))
            {
                parts.Add(new SelectorPart($"{(plain ? tag : "")}[{attribute.Name}]", SelectorWeights.DataAttribute));
            }
        }

        if (plain)
        {
            double own = SelectorWeights.Tags.GetValueOrDefault(tag, SelectorWeights.OtherTag);
            parts.Add(new SelectorPart(tag, own));
            if (places)
            {
                ByPlace(element, tag, parts);
            }
        }

        return [.. parts.OrderBy(p => p.Cost).DistinctBy(p => p.Text)];
    }

    private static void ByClass(IElement element, string tag, List<SelectorPart> parts)
    {
        var named = new List<SelectorPart>();
        foreach (string name in ClassNames.Of(element))
        {
            if (ClassQuality.Of(name) is { } cost)
            {
                named.Add(new SelectorPart($".{name}", cost));
            }

            if (ClassQuality.Stem(name) is { } stem)
            {
                parts.Add(new SelectorPart($"[class*='{stem}']", SelectorWeights.ClassStem));
            }
        }

        foreach (var part in named)
        {
            parts.Add(part with { Cost = part.Cost + SelectorWeights.ClassAlone });
            parts.Add(new SelectorPart(tag + part.Text, part.Cost + SelectorWeights.ClassWithTag));
        }

        for (int i = 0; i < named.Count && i < 4; i++)
        {
            for (int j = i + 1; j < named.Count && j < 4; j++)
            {
                parts.Add(new SelectorPart(tag + named[i].Text + named[j].Text, named[i].Cost + named[j].Cost + SelectorWeights.TwoClasses));
            }
        }
    }

    private static void ByPlace(IElement element, string tag, List<SelectorPart> parts)
    {
        if (element.ParentElement is not { } parent)
        {
            return;
        }

        int place = 0, same = 0;
        foreach (var child in parent.Children)
        {
            same += child.LocalName == tag ? 1 : 0;
            place = child == element ? same : place;
        }

        if (same > 1 && place <= 12)
        {
            parts.Add(new SelectorPart(string.Create(CultureInfo.InvariantCulture, $"{tag}:nth-of-type({place})"), SelectorWeights.Place));
        }

        if (parent.LastElementChild == element)
        {
            parts.Add(new SelectorPart($"{tag}:last-child", SelectorWeights.LastChild));
        }

        if (parent.FirstElementChild == element && parent.Children.Length > 1)
        {
            parts.Add(new SelectorPart($"{tag}:first-child", SelectorWeights.FirstChild));
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TagName();

    [GeneratedRegex(@"^[A-Za-z]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:https?://[^/]+)?(?<name>/[A-Za-z@-]{1,20}(?:/|(?=\?)))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Folder();
}
