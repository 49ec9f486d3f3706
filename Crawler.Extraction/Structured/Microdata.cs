using AngleSharp.Dom;
using Crawler.Extraction.Html;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Structured;

/// <summary>Reads microdata (itemscope, itemtype, itemprop).</summary>
internal static class Microdata
{
    private const int MostThings = 5000;

    /// <summary>The top-level things and the node each stands in, in page order.</summary>
    public static IReadOnlyList<(Thing Thing, int Node)> Read(HtmlPage page)
    {
        var tree = page.Tree;
        var top = new List<(Thing, int)>();
        var scopes = new Dictionary<int, Thing>();
        for (int i = 0; i < tree.Count && scopes.Count < MostThings; i++)
        {
            var element = tree.Nodes[i].Element;
            bool scope = element.HasAttribute("itemscope");
            string? names = element.GetAttribute("itemprop");
            if (!scope && names is null)
            {
                continue;
            }

            var owner = Owner(tree, scopes, i);
            object? value = null;
            if (scope)
            {
                var thing = new Thing(Tiers.Microdata);
                AddTypes(thing, element.GetAttribute("itemtype"));
                scopes[i] = thing;
                value = thing;
                if (names is null || owner is null)
                {
                    top.Add((thing, i));
                }
            }

            if (names is not null && owner is not null)
            {
                Add(owner, names, value ?? Value(page, i));
            }
        }

        AddHead(page, top);
        return top;
    }

    /// <summary>Properties given by <c>meta</c> and <c>link</c> elements, which have no place in the tree.</summary>
    private static void AddHead(HtmlPage page, List<(Thing Thing, int Node)> top)
    {
        if (top.Count == 0)
        {
            return;
        }

        var byElement = top.ToDictionary(t => page.Tree.Nodes[t.Node].Element, t => t.Thing);
        foreach (var element in page.Document.QuerySelectorAll("meta[itemprop], link[itemprop]"))
        {
            var scope = element.ParentElement?.Closest("[itemscope]");
            string? value = element.GetAttribute("content") ?? element.GetAttribute("href");
            if (scope is null || string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (byElement.TryGetValue(scope, out var thing))
            {
                Add(thing, element.GetAttribute("itemprop")!, value);
            }
            else if (Inner(top, page, scope) is { } inner)
            {
                Add(inner, element.GetAttribute("itemprop")!, value);
            }
        }
    }

    private static Thing? Inner(List<(Thing Thing, int Node)> top, HtmlPage page, IElement scope)
    {
        string? name = scope.GetAttribute("itemprop");
        var outer = scope.ParentElement?.Closest("[itemscope]");
        if (name is null || outer is null)
        {
            return null;
        }

        int node = page.IndexOf(outer);
        var owner = top.FirstOrDefault(t => t.Node == node).Thing;
        return owner?.Things(name.Split(' ')[0]).FirstOrDefault();
    }

    private static Thing? Owner(PageTree tree, Dictionary<int, Thing> scopes, int index)
    {
        foreach (int ancestor in tree.Ancestors(index))
        {
            if (scopes.TryGetValue(ancestor, out var thing))
            {
                return thing;
            }
        }

        return null;
    }

    private static void Add(Thing owner, string names, object? value)
    {
        if (value is null or "")
        {
            return;
        }

        foreach (string name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            owner.Add(name, value);
        }
    }

    private static string? Value(HtmlPage page, int index)
    {
        var element = page.Tree.Nodes[index].Element;
        string? machine = element.GetAttribute("content") ?? element.LocalName switch
        {
            "a" or "area" or "link" => element.GetAttribute("href"),
            "img" or "audio" or "embed" or "iframe" or "source" or "track" or "video" => ImageReader.Best(element, page.Address)
            ?? element.GetAttribute("src"),
            "time" => element.GetAttribute("datetime"),
            "data" or "meter" => element.GetAttribute("value"),
            _ => null,
        };
        return machine ?? (page.Tree.ShortText(index, 20_000) is { Length: > 0 } text ? text : null);
    }

    private static void AddTypes(Thing thing, string? types)
    {
        foreach (string type in (types ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            thing.Types.Add(type[(type.LastIndexOfAny(['/', '#']) + 1)..]);
        }
    }
}
