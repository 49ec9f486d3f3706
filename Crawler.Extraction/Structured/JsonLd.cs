using System.Text.Json;
using AngleSharp.Dom;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Structured;

/// <summary>Reads the JSON-LD blocks of a page: arrays, @graph, references by @id, and blocks that are not quite JSON.</summary>
internal static class JsonLd
{
    private const int MostThings = 20_000;
    private const int LongestBlock = 4_000_000;

    /// <summary>The top-level things, in page order.</summary>
    public static IReadOnlyList<Thing> Read(IDocument document)
    {
        var top = new List<Thing>();
        int made = 0;
        foreach (var script in document.QuerySelectorAll("script[type*='ld+json' i]"))
        {
            string text = script.TextContent;
            if (text.Length is < 10 or > LongestBlock)
            {
                continue;
            }

            foreach (var element in JsonRepair.ParseAll(text))
            {
                Collect(element, top, ref made, 0);
            }
        }

        Resolve(top);
        return top;
    }

    private static void Collect(JsonElement element, List<Thing> top, ref int made, int depth)
    {
        if (depth > 60)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, top, ref made, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@graph", out var graph))
            {
                Collect(graph, top, ref made, depth + 1);
            }

            if (Make(element, ref made, depth) is { } thing && (thing.Types.Count > 0 || !element.TryGetProperty("@graph", out _)))
            {
                top.Add(thing);
            }
        }
    }

    private static Thing? Make(JsonElement element, ref int made, int depth)
    {
        if (depth > 60 || made++ > MostThings)
        {
            return null;
        }

        var thing = new Thing(Tiers.JsonLd);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is "@type")
            {
                AddTypes(thing, property.Value);
            }
            else if (property.Name is not ("@graph" or "@context"))
            {
                AddValues(thing, property.Name, property.Value, ref made, depth);
            }
        }

        return thing;
    }

    private static void AddValues(Thing thing, string name, JsonElement value, ref int made, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                AddValues(thing, name, item, ref made, depth + 1);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (Make(value, ref made, depth + 1) is { } inner)
            {
                thing.Add(name, inner);
            }
        }
        else if (JsonText.Scalar(value) is { } text && depth <= 60)
        {
            thing.Add(name, text);
        }
    }

    private static void AddTypes(Thing thing, JsonElement value)
    {
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
        {
            if (JsonText.Scalar(item) is { Length: > 0 } type)
            {
                thing.Types.Add(type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..]);
            }
        }
    }

    /// <summary>A thing that is only a reference takes the properties of the top-level thing with that @id.</summary>
    private static void Resolve(List<Thing> top)
    {
        var known = new Dictionary<string, Thing>(StringComparer.Ordinal);
        foreach (var thing in top)
        {
            if (thing.All("@id").FirstOrDefault() is string id)
            {
                known.TryAdd(id, thing);
            }
        }

        var open = new Stack<(Thing Thing, int Depth)>(top.Select(t => (t, 0)));
        while (open.TryPop(out var next))
        {
            foreach (var inner in next.Thing.AllThings().ToList())
            {
                if (inner.Types.Count == 0 && !inner.Has("name") && inner.All("@id").FirstOrDefault() is string id && known.TryGetValue(id, out var whole)
                    && !ReferenceEquals(whole, inner))
                {
                    Complete(inner, whole);
                }
                else if (next.Depth < 8)
                {
                    open.Push((inner, next.Depth + 1));
                }
            }
        }
    }

    private static void Complete(Thing reference, Thing whole)
    {
        reference.Types.AddRange(whole.Types);
        foreach (string name in (ReadOnlySpan<string>)["name", "url", "address", "image", "price", "priceCurrency", "offers"])
        {
            foreach (object value in whole.All(name))
            {
                reference.Add(name, value);
            }
        }
    }
}
