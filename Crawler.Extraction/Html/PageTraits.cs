using System.Text.Json;
using Crawler.Contracts.Drift;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Html;

/// <summary>What a page is built like, apart from what it says: compared from sweep to sweep.</summary>
internal sealed record PageTraits
{
    /// <summary>See <see cref="PageProfile.Shape"/>.</summary>
    public string? Shape { get; init; }

    /// <summary>See <see cref="PageProfile.Sources"/>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public static PageTraits Of(HtmlPage page)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var nodes = page.Tree.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            features.Add(nodes[i].Parent < 0 ? Name(nodes[i]) : $"{Name(nodes[nodes[i].Parent])}>{Name(nodes[i])}");
        }

        var sources = new List<string>();
        if (page.Document.QuerySelector("script[type='application/ld+json']") is not null)
        {
            sources.Add(Tiers.JsonLd);
        }

        if (page.Document.QuerySelector("[itemscope]") is not null)
        {
            sources.Add(Tiers.Microdata);
        }

        if (page.Document.QuerySelector("script[type='application/json']") is not null)
        {
            sources.Add(Tiers.State);
        }

        return new PageTraits { Shape = PageShape.Of(features), Sources = sources };
    }

    public static PageTraits Of(JsonElement root)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        Collect(root, "$", 6, features);
        return new PageTraits { Shape = PageShape.Of(features) };
    }

    /// <summary>Tag and class names; what differs from advert to advert is left out.</summary>
    private static string Name(PageNode node) =>
        node.Classes.Length == 0 ? node.Tag : $"{node.Tag}.{string.Join('.', node.Classes.Where(c => !ClassNames.IsNoise(c)).Take(3))}";

    private static void Collect(JsonElement element, string path, int deepest, HashSet<string> features)
    {
        if (deepest == 0 || features.Count > 2000)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                string name = $"{path}.{property.Name}";
                features.Add(name);
                Collect(property.Value, name, deepest - 1, features);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Take(3))
            {
                Collect(item, path + "[*]", deepest - 1, features);
            }
        }
    }
}
