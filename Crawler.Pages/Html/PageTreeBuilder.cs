using System.Text;
using AngleSharp.Dom;

namespace Crawler.Pages.Html;

/// <summary>Makes a <see cref="PageTree"/> of a document, without recursion.</summary>
public sealed class PageTreeBuilder
{
    private static readonly HashSet<string> Skipped = ["script", "style", "template", "head", "iframe", "object", "embed", "audio", "canvas", "math",
        "datalist", "link", "meta"];

    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "small",
        "span", "strike", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "svg", "use", "path", "g",
    ];

    private readonly List<PageNode> _nodes = [];
    private readonly List<TextChunk> _chunks = [];
    private bool _break = true;

    public static PageTree Build(IElement? root, ReadBudget budget)
    {
        var builder = new PageTreeBuilder();
        bool cut = root is not null && builder.Walk(root, budget);
        return new PageTree([.. builder._nodes], [.. builder._chunks], cut);
    }

    /// <summary>Visits every node in document order.</summary>
    /// <returns>True: stopped early.</returns>
    private bool Walk(IElement root, ReadBudget budget)
    {
        var open = new Stack<int>();
        INode? node = root;
        while (node is not null)
        {
            bool entered = node switch
            {
                IElement element => Enter(element, open),
                IText text => Add(text.Data, open),
                _ => false,
            };
            if (_nodes.Count >= ReadBudget.MostElements || ((_nodes.Count & 4095) == 4095 && budget.IsSpent))
            {
                CloseAll(open);
                return true;
            }

            if (entered && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (entered)
            {
                Leave(open);
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is null || ReferenceEquals(node, root))
                {
                    CloseAll(open);
                    return false;
                }

                Leave(open);
            }

            node = node?.NextSibling;
        }

        CloseAll(open);
        return false;
    }

    private bool Enter(IElement element, Stack<int> open)
    {
        string tag = element.LocalName;
        if (tag == "br")
        {
            _break = true;
            return false;
        }

        if (Skipped.Contains(tag))
        {
            return false;
        }

        int parent = open.Count > 0 ? open.Peek() : -1;
        string[] classes = ClassNames.Of(element);
        bool hidden = (parent >= 0 && _nodes[parent].Hidden) || IsSmallNoscript(element, tag) || IsHidden(element, classes);
        _break |= !Inline.Contains(tag);
        open.Push(_nodes.Count);
        _nodes.Add(new PageNode
        {
            Element = element,
            Tag = tag,
            Classes = classes,
            Parent = parent,
            Depth = parent < 0 ? 0 : _nodes[parent].Depth + 1,
            Shape = ClassNames.Shape(tag, classes),
            FirstChunk = _chunks.Count,
            Hidden = hidden,
        });
        return true;
    }

    private void Leave(Stack<int> open)
    {
        if (open.TryPop(out int index))
        {
            var node = _nodes[index];
            node.End = _nodes.Count;
            node.EndChunk = _chunks.Count;
            _nodes[index] = node;
            _break |= !Inline.Contains(node.Tag);
        }
    }

    private void CloseAll(Stack<int> open)
    {
        while (open.Count > 0)
        {
            Leave(open);
        }
    }

    private bool Add(string data, Stack<int> open)
    {
        if (open.Count == 0)
        {
            return false;
        }

        string text = Collapse(data);
        if (text.Length == 0 || text == " ")
        {
            if (text == " " && _chunks.Count > 0 && !_chunks[^1].Text.EndsWith(' '))
            {
                _break = true;
            }

            return false;
        }

        int index = open.Peek();
        var node = _nodes[index];
        bool aside = node.Hidden || IsAside(index);
        if (IsSplitDecimals(node, text, index))
        {
            string before = _chunks[^1].Text;
            text = (before.Contains('.', StringComparison.Ordinal) ? "," : ".") + text;
            _break = false;
        }

        _chunks.Add(new TextChunk(text, index, aside, _break));
        node.OwnText = true;
        _nodes[index] = node;
        _break = false;
        return false;
    }

    /// <summary>"12" followed by a small raised "95": the sign between them is only typesetting.</summary>
    private bool IsSplitDecimals(PageNode node, string text, int index)
    {
        if (_chunks.Count == 0 || text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1])
            || (text.Length > 2 && char.IsAsciiDigit(text[2]))
            || _chunks[^1].Node == index || !char.IsAsciiDigit(_chunks[^1].Text[^1]))
        {
            return false;
        }

        return node.Tag == "sup" || Array.Exists(node.Classes, c =>
            c.Contains("cent", StringComparison.OrdinalIgnoreCase) || c.Contains("decimal", StringComparison.OrdinalIgnoreCase)
            || c.Contains("fraction", StringComparison.OrdinalIgnoreCase) || c.Contains("minor", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsAside(int index)
    {
        for (int steps = 0; index >= 0 && steps < 3; steps++, index = _nodes[index].Parent)
        {
            if (_nodes[index].Tag is "option" or "textarea" or "title" || ClassNames.SaysAside(_nodes[index].Classes))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A notice for browsers without scripts; a long one is the page itself, for readers that run none.</summary>
    private static bool IsSmallNoscript(IElement element, string tag) => tag == "noscript" && element.TextContent.Length < 1500;

    private static bool IsHidden(IElement element, string[] classes)
    {
        if (element.HasAttribute("hidden") && element.GetAttribute("hidden") != "until-found")
        {
            return true;
        }

        string? style = element.GetAttribute("style");
        return (style is not null && style.Contains("display", StringComparison.OrdinalIgnoreCase)
                && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
            || ClassNames.SaysHidden(classes);
    }

    private static string Collapse(string data)
    {
        int plain = 0;
        while (plain < data.Length && !char.IsWhiteSpace(data[plain]) && data[plain] is not ('\u200b' or '\ufeff' or '\u00ad'))
        {
            plain++;
        }

        if (plain == data.Length)
        {
            return data;
        }

        var text = new StringBuilder(data.Length);
        text.Append(data, 0, plain);
        for (int i = plain; i < data.Length; i++)
        {
            char c = data[i];
            if (char.IsWhiteSpace(c))
            {
                if (text.Length == 0 || text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else if (c is not ('\u200b' or '\ufeff' or '\u00ad'))
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
