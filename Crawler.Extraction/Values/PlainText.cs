using System.Text;
using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Values;

/// <summary>Text with its line breaks: of an element, or of HTML that stands in a data field.</summary>
internal static partial class PlainText
{
    /// <summary>The node's visible text, a line per block.</summary>
    public static string Of(PageTree tree, int index, int longest = 200_000)
    {
        ref var node = ref tree.Nodes[index];
        var text = new StringBuilder();

        // Asked for what is hidden itself, all of it is meant.
        bool hidden = node.Hidden;
        for (int i = node.FirstChunk; i < node.EndChunk && text.Length < longest; i++)
        {
            ref var chunk = ref tree.Chunks[i];
            if (chunk.Aside && !hidden)
            {
                continue;
            }

            if (chunk.Break && text.Length > 0)
            {
                text.Append('\n');
            }

            text.Append(text.Length == 0 || text[^1] == '\n' ? chunk.Text.AsSpan().TrimStart(' ') : chunk.Text);
        }

        return Tidy(text.ToString());
    }

    /// <summary>A data field's text: tags removed, entities decoded, line breaks kept.</summary>
    public static string FromData(string value)
    {
        if (value.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return Tidy(value);
        }

        if (!Tag().IsMatch(value))
        {
            return Tidy(System.Net.WebUtility.HtmlDecode(value));
        }

        var body = BoundedParser.Parse(value.Length > 500_000 ? value[..500_000] : value).Body;
        var tree = PageTreeBuilder.Build(body, new ReadBudget(TimeSpan.FromSeconds(1)));
        return tree.Count == 0 ? "" : Of(tree, 0);
    }

    /// <summary>The same on one line.</summary>
    public static string OnOneLine(string value) => TitleText.Tidy(FromData(value));

    private static string Tidy(string text)
    {
        string lines = Spaces().Replace(text.ReplaceLineEndings("\n"), " ");
        return Gaps().Replace(Edges().Replace(lines, "\n"), "\n\n").Trim();
    }

    [GeneratedRegex(@"[^\S\n]+|\u200b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\n ?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Edges();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
