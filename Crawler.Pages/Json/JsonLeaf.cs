using System.Runtime.InteropServices;
using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>A scalar in an object, at most a few levels down.</summary>
/// <param name="Key">Its own name, letters only, lower case.</param>
/// <param name="Holder">The name of the object or list that holds it; empty at the top.</param>
/// <param name="Value">String, number or flag.</param>
/// <param name="Depth">0: directly in the object.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JsonLeaf(string Key, string Holder, JsonElement Value, int Depth)
{
    private const int MostLeaves = 400;

    /// <summary>The scalars of an object, shallow ones first; of lists only the first three items.</summary>
    public static List<JsonLeaf> Of(JsonElement element, int deepest)
    {
        var leaves = new List<JsonLeaf>();
        var level = new List<(JsonElement Element, string Name)> { (element, "") };
        for (int depth = 0; depth <= deepest && level.Count > 0 && leaves.Count < MostLeaves; depth++)
        {
            var next = new List<(JsonElement, string)>();
            foreach (var (holder, name) in level)
            {
                Open(holder, name, depth, leaves, next);
            }

            level = next;
        }

        return leaves;
    }

    private static void Open(JsonElement holder, string name, int depth, List<JsonLeaf> leaves, List<(JsonElement, string)> next)
    {
        if (holder.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in holder.EnumerateArray().Take(3))
            {
                if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    next.Add((item, name));
                }
                else if (item.ValueKind is JsonValueKind.String)
                {
                    leaves.Add(new JsonLeaf(name, name, item, depth));
                }
            }
        }
        else if (holder.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in holder.EnumerateObject())
            {
                string key = Plain(property.Name);
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    next.Add((property.Value, key));
                }
                else if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True)
                {
                    leaves.Add(new JsonLeaf(key, name, property.Value, depth));
                }
            }
        }
    }

    private static string Plain(string name)
    {
        Span<char> kept = stackalloc char[Math.Min(name.Length, 60)];
        int length = 0;
        foreach (char c in name.AsSpan(0, kept.Length))
        {
            if (char.IsLetter(c))
            {
                kept[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(kept[..length]);
    }
}
