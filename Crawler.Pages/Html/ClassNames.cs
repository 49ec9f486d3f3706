using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Crawler.Pages.Html;

/// <summary>What an element's class names say of its shape, without the parts that differ from row to row.</summary>
public static partial class ClassNames
{
    private static readonly HashSet<string> States =
    [
        "first", "last", "odd", "even", "active", "selected", "current", "hover", "focus", "open", "new", "item", "is-active", "is-selected", "alt",
        "visited", "clearfix",
    ];

    /// <summary>Words that mean that an element is not shown.</summary>
    private static readonly HashSet<string> Hidden =
    [
        "hidden", "is-hidden", "d-none", "display-none", "hide", "invisible", "u-hidden", "ng-hide", "u-hide", "js-hidden", "visually-none", "print-only",
        "only-print", "visible-print", "visible-print-block", "print-information", "show-for-print",
    ];

    /// <summary>Words that mean that an element is there for screen readers only.</summary>
    private static readonly HashSet<string> Aside =
    [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "clipped", "offscreen", "a11y-hidden", "u-visually-hidden",
        "screenreader", "sronly", "screen-reader", "wt-screen-reader-only",
    ];

    public static string[] Of(IElement element)
    {
        string? names = element.ClassName;
        return string.IsNullOrWhiteSpace(names) ? [] : names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Hidden on every screen: "hidden" beside "md:block" only says that a small screen has no room for it.</summary>
    public static bool SaysHidden(string[] names) => Array.Exists(names, Hidden.Contains) && !Array.Exists(names, ShownOnLarge().IsMatch);

    public static bool SaysAside(string[] names) => Array.Exists(names, Aside.Contains);

    /// <summary>A name that says nothing of what the element is: states, and names that are only a number or a hash.</summary>
    public static bool IsNoise(string name) => States.Contains(name) || name.Length > 60 || name.Count(char.IsAsciiDigit) > 4;

    /// <summary>A number for tag and class names, digits left out, order kept; equal for elements that a designer would call the same.</summary>
    public static int Shape(string tag, string[] names)
    {
        var hash = new HashCode();
        hash.Add(tag);
        int taken = 0;
        foreach (string name in names)
        {
            if (!IsNoise(name) && taken++ < 3)
            {
                foreach (char c in name)
                {
                    if (!char.IsAsciiDigit(c))
                    {
                        hash.Add(c);
                    }
                }

                hash.Add(' ');
            }
        }

        return hash.ToHashCode();
    }

    [GeneratedRegex(
        @"^(?:(?:xs|sm|md|lg|xl|2xl|xxl|tablet|desktop):(?:block|flex|grid|inline\S*|table\S*|contents|visible|list-item)|d-(?:xs|sm|md|lg|xl"
            + @"|xxl)-(?:block|flex|grid|inline\S*|table\S*)|(?:visible|show)-(?:for-)?(?:sm|md|lg|xl|medium|large|desktop|tablet)\S*)$",
        RegexOptions.CultureInvariant,
        200)]
    private static partial Regex ShownOnLarge();
}
