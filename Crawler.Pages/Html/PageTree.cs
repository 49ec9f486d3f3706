using System.Text;

namespace Crawler.Pages.Html;

/// <summary>A page's elements as flat arrays in document order, so that every walk is a loop and every subtree a range.</summary>
public sealed class PageTree(PageNode[] nodes, TextChunk[] chunks, bool cut)
{
    private readonly string?[] _texts = new string?[nodes.Length];
    private readonly string?[] _names = new string?[nodes.Length];

    public PageNode[] Nodes { get; } = nodes;

    public TextChunk[] Chunks { get; } = chunks;

    public int Count => Nodes.Length;

    /// <summary>The page had more elements than are examined.</summary>
    public bool Cut { get; } = cut;

    /// <summary>The node's visible text on one line.</summary>
    public string Text(int index) => _texts[index] ??= Build(index, longest: 100_000);

    /// <summary>The node's text when it is at most so long; null when it is longer. Cheap for large subtrees.</summary>
    public string? ShortText(int index, int longest)
    {
        if (_texts[index] is { } known)
        {
            return known.Length <= longest ? known : null;
        }

        ref var node = ref Nodes[index];
        int length = 0;
        for (int i = node.FirstChunk; i < node.EndChunk; i++)
        {
            length += Chunks[i].Aside ? 0 : Chunks[i].Text.Length;
            if (length > longest + 16)
            {
                return null;
            }
        }

        string text = Text(index);
        return text.Length <= longest ? text : null;
    }

    /// <summary>The text directly in the node, without its descendants'.</summary>
    public string OwnText(int index)
    {
        ref var node = ref Nodes[index];
        var text = new StringBuilder();
        for (int i = node.FirstChunk; i < node.EndChunk; i++)
        {
            if (Chunks[i].Node == index)
            {
                text.Append(Chunks[i].Text);
            }
        }

        return text.ToString().Trim();
    }

    public bool IsWithin(int index, int ancestor) => index >= ancestor && index < Nodes[ancestor].End;

    public IEnumerable<int> Ancestors(int index)
    {
        for (int at = Nodes[index].Parent; at >= 0; at = Nodes[at].Parent)
        {
            yield return at;
        }
    }

    /// <summary>Direct children.</summary>
    public IEnumerable<int> Children(int index)
    {
        for (int child = index + 1; child < Nodes[index].End; child = Nodes[child].End)
        {
            yield return child;
        }
    }

    public string? Attribute(int index, string name) => Nodes[index].Element.GetAttribute(name);

    /// <summary>Class names, id and the like in lower case, camelCase taken apart; remembered.</summary>
    public string Names(int index) => _names[index] ??= ElementNames.Of(Nodes[index]);

    private string Build(int index, int longest)
    {
        ref var node = ref Nodes[index];
        var text = new StringBuilder();
        bool inside = node.FirstChunk < node.EndChunk && Chunks[node.FirstChunk].Aside && AllAside(node.FirstChunk, node.EndChunk);
        for (int i = node.FirstChunk; i < node.EndChunk && text.Length < longest; i++)
        {
            ref var chunk = ref Chunks[i];
            if (chunk.Aside && !inside)
            {
                continue;
            }

            if (chunk.Break && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }

            ReadOnlySpan<char> piece = chunk.Text;
            if (text.Length == 0 || text[^1] == ' ')
            {
                piece = piece.TrimStart(' ');
            }

            text.Append(piece);
        }

        return text.ToString().TrimEnd(' ');
    }

    private bool AllAside(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!Chunks[i].Aside)
            {
                return false;
            }
        }

        return true;
    }
}
