using System.Text;

namespace Crawler.Pages.Html;

/// <summary>
/// Takes from a page's text what would make parsing it cost more than its length: nesting beyond any real page, formatting elements that are opened
/// and never closed, and tags beyond a number. Parsers compare each tag with all that are open, so a page of nothing but open tags costs the square
/// of its length. Text is kept.
/// </summary>
internal static class PageGuard
{
    private const int DeepestFormatting = 24;

    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr"];

    /// <summary>Elements whose end tag is often left out and implied by the next of their kind: open ones say nothing of the depth.</summary>
    private static readonly HashSet<string> Implied =
        ["p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rb", "rt", "rp", "html", "head", "body"];

    private static readonly HashSet<string> Formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

    private static readonly string[] Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    /// <summary>The text itself when there is nothing to take out.</summary>
    public static string Tame(string text)
    {
        StringBuilder? tamed = null;
        int kept = 0, depth = 0, dropped = 0, formatting = 0, tags = 0, at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            if (!TagName(text, at, out string name, out bool end))
            {
                at = text.AsSpan(at).StartsWith("<!--") && text.IndexOf("-->", at + 4, StringComparison.Ordinal) is > 0 and var close ? close + 3 : at + 1;
                continue;
            }

            int after = TagEnd(text, at);
            if (++tags > ReadBudget.MostTags)
            {
                return (tamed ?? new StringBuilder()).Append(text, kept, at - kept).ToString();
            }

            bool drop = false;
            if (Formatting.Contains(name))
            {
                drop = !end && formatting >= DeepestFormatting;
                formatting = end ? Math.Max(0, formatting - 1) : formatting + (drop ? 0 : 1);
            }

            if (!Void.Contains(name) && !Implied.Contains(name) && !drop)
            {
                drop = end ? dropped > 0 : depth >= ReadBudget.DeepestNesting;
                dropped += drop ? (end ? -1 : 1) : 0;
                depth = Math.Max(0, depth + (drop ? 0 : end ? -1 : 1));
            }

            if (drop)
            {
                (tamed ??= new StringBuilder(text.Length)).Append(text, kept, at - kept);
                kept = after;
            }

            at = !end && Array.IndexOf(Raw, name) >= 0 ? RawEnd(text, after, name) : after;
        }

        return tamed is null ? text : tamed.Append(text, kept, text.Length - kept).ToString();
    }

    private static bool TagName(string text, int at, out string name, out bool end)
    {
        int start = at + 1;
        end = start < text.Length && text[start] == '/';
        start += end ? 1 : 0;
        int stop = start;
        while (stop < text.Length && stop - start < 20 && (char.IsAsciiLetterOrDigit(text[stop]) || text[stop] == '-'))
        {
            stop++;
        }

        bool isTag = stop > start && char.IsAsciiLetter(text[start]);
        name = isTag ? text[start..stop].ToLowerInvariant() : "";
        return isTag;
    }

    /// <summary>Index after the tag's closing bracket; quoted attribute values may hold one.</summary>
    private static int TagEnd(string text, int at)
    {
        for (int i = at + 1; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '>')
            {
                return i + 1;
            }

            if (c is '"' or '\'' && IsValue(text, i))
            {
                int close = text.IndexOf(c, i + 1);
                if (close < 0)
                {
                    return text.Length;
                }

                i = close;
            }
        }

        return text.Length;
    }

    private static bool IsValue(string text, int quote)
    {
        int before = quote - 1;
        while (before > 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return text[before] == '=';
    }

    private static int RawEnd(string text, int from, string name)
    {
        int end = text.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? text.Length : end;
    }
}
