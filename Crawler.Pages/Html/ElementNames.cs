using System.Text;

namespace Crawler.Pages.Html;

/// <summary>What the maker of a page called an element: its class names, id, itemprop and test names.</summary>
internal static class ElementNames
{
    private static readonly string[] Attributes = ["itemprop", "data-testid", "data-test", "data-cy", "data-qa", "data-test-id", "data-type",
        "data-role", "id", "name"];

    /// <summary>Lower case, each after a space, words of camelCase names joined by dashes. Empty: it has no name.</summary>
    public static string Of(PageNode node)
    {
        StringBuilder? names = null;
        foreach (string name in node.Classes)
        {
            names = Append(names, name);
        }

        foreach (string attribute in Attributes)
        {
            if (node.Element.GetAttribute(attribute) is { Length: > 0 and < 60 } value)
            {
                names = Append(names, value);
            }
        }

        return names?.ToString() ?? "";
    }

    private static StringBuilder Append(StringBuilder? names, string name)
    {
        names ??= new StringBuilder();
        names.Append(' ');
        char before = ' ';
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && (char.IsAsciiLetterLower(before) || char.IsAsciiDigit(before)))
            {
                names.Append('-');
            }

            names.Append(char.ToLowerInvariant(c));
            before = c;
        }

        return names;
    }
}
