using Crawler.Extraction.Patterns;
using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Details;

/// <summary>"Condition: used", as pages print it: definition lists, table rows, pairs of elements, lines with a colon.</summary>
internal sealed class LabelTable
{
    private const int LongestLabel = 40;
    private const int LongestValue = 200;

    private readonly List<(string Label, string Value, int Node)> _pairs = [];

    public IReadOnlyList<(string Label, string Value, int Node)> Pairs => _pairs;

    public static LabelTable Of(PageTree tree, Regions regions)
    {
        var table = new LabelTable();
        for (int i = 0; i < tree.Count; i++)
        {
            ref var node = ref tree.Nodes[i];
            if (node.Hidden || regions[i] is Region.Navigation or Region.Header or Region.Footer or Region.Related or Region.Dialog)
            {
                continue;
            }

            if (node.Tag is "dt" or "th" or "td")
            {
                int next = node.End < tree.Count && tree.Nodes[node.End].Parent == node.Parent ? node.End : -1;
                if (next > 0 && tree.Nodes[next].Tag is "dd" or "td" && (node.Tag != "td" || tree.Children(node.Parent).Count() == 2))
                {
                    table.Add(tree, tree.ShortText(i, LongestLabel), tree.ShortText(next, LongestValue), next);
                }
            }
            else if (node.Tag is "li" or "div" or "p" or "tr" or "span" or "section" && node.End - i <= 24)
            {
                table.AddElement(tree, i);
            }
        }

        foreach (var chunk in tree.Chunks)
        {
            int colon = chunk.Aside || chunk.Text.Length > LongestLabel + LongestValue ? -1 : chunk.Text.IndexOf(": ", StringComparison.Ordinal);
            if (colon is > 1 and <= LongestLabel && regions[chunk.Node] is Region.Main or Region.Aside)
            {
                table.Add(tree, chunk.Text[..colon], chunk.Text[(colon + 2)..], chunk.Node);
            }
        }

        return table;
    }

    /// <summary>The first value whose label says one of the words.</summary>
    public (string Value, int Node)? Find(Func<string, bool> label)
    {
        foreach (var (name, value, node) in _pairs)
        {
            if (label(name))
            {
                return (value, node);
            }
        }

        return null;
    }

    private void AddElement(PageTree tree, int index)
    {
        var children = tree.Children(index).Take(3).ToList();
        if (children.Count >= 1 && IconWords.Label(tree, children[0]) is { } icon)
        {
            // A calendar, a person, a pin: the icon is the label.
            string? beside = children.Count >= 2 ? tree.ShortText(children[1], LongestValue) : tree.ShortText(index, LongestValue);
            Add(tree, icon, beside, children.Count >= 2 ? children[1] : index);
        }

        if (children.Count == 2)
        {
            Add(tree, tree.ShortText(children[0], LongestLabel), tree.ShortText(children[1], LongestValue), children[1]);
        }

        if (tree.Nodes[index].OwnText && tree.ShortText(index, LongestLabel + LongestValue) is { } text)
        {
            int colon = text.IndexOf(": ", StringComparison.Ordinal);
            if (colon is > 1 and <= LongestLabel)
            {
                Add(tree, text[..colon], text[(colon + 2)..], index);
            }
            else if (children.Count == 1 && tree.ShortText(children[0], LongestLabel) is { Length: > 1 } inner)
            {
                // "Posted <b>yesterday</b>" and "<b>Posted</b> yesterday".
                string rest = text.StartsWith(inner, StringComparison.Ordinal) ? text[inner.Length..]
                    : text.EndsWith(inner, StringComparison.Ordinal) ? text[..^inner.Length]
                    : "";
                bool first = text.StartsWith(inner, StringComparison.Ordinal);
                Add(tree, first ? inner : rest, first ? rest : inner, index);
            }
        }
    }

    private void Add(PageTree tree, string? label, string? value, int node)
    {
        if (label is { Length: > 1 } && value is { Length: > 0 } && label.Any(char.IsLetter) && _pairs.Count < 2000)
        {
            _pairs.Add((FoldedText.Of(label).Trim(' ', ':', '*', '.'), TitleText.Tidy(value), node));
        }
    }
}
