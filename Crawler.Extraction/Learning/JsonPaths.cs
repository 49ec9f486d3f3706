using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Crawler.Extraction.Learning;

/// <summary>A value in a JSON document, and the path to it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JsonPlace(string Path, JsonElement Value);

/// <summary>Walks JSON with the paths that definitions use.</summary>
public static class JsonPaths
{
    private const int Most = 600;

    /// <summary>Texts, numbers and flags, shallow ones first; of a list only its first item.</summary>
    public static IReadOnlyList<JsonPlace> Scalars(JsonElement root, int deepest)
    {
        var found = new List<JsonPlace>();
        var level = new List<JsonPlace> { new("$", root) };
        for (int depth = 0; depth <= deepest && found.Count < Most && level.Count > 0; depth++)
        {
            var next = new List<JsonPlace>();
            foreach (var (path, value) in level)
            {
                if (value.ValueKind == JsonValueKind.Object)
                {
                    foreach (var property in value.EnumerateObject())
                    {
                        next.Add(new JsonPlace(path + Step(property.Name), property.Value));
                    }
                }
                else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
                {
                    next.Add(new JsonPlace(path + "[0]", value[0]));
                }
                else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                {
                    found.Add(new JsonPlace(path, value));
                }
            }

            level = next;
        }

        found.AddRange(level.Where(l => l.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number));
        return found;
    }

    /// <summary>Lists of objects, shallow ones first.</summary>
    public static IEnumerable<JsonPlace> Lists(JsonElement root, int deepest)
    {
        var level = new List<JsonPlace> { new("$", root) };
        int visits = 0;
        for (int depth = 0; depth <= deepest && level.Count > 0; depth++)
        {
            var next = new List<JsonPlace>();
            foreach (var (path, value) in level)
            {
                if (visits++ > 50_000)
                {
                    yield break;
                }

                if (value.ValueKind == JsonValueKind.Object)
                {
                    foreach (var property in value.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
                    {
                        next.Add(new JsonPlace(path + Step(property.Name), property.Value));
                    }
                }
                else if (value.ValueKind == JsonValueKind.Array)
                {
                    if (value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object)
                    {
                        yield return new JsonPlace(path, value);
                    }

                    int index = 0;
                    foreach (var item in value.EnumerateArray().Take(12))
                    {
                        next.Add(new JsonPlace(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item));
                    }
                }
            }

            level = next;
        }
    }

    private static string Step(string name) =>
        name.Length > 0 && name.AsSpan().IndexOfAny(".[]*'\"") < 0 ? $".{name}" : $"['{name}']";
}
