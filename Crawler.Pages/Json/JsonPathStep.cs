using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>One step of a <see cref="JsonPath"/>: a name, an index, or (both null) every member.</summary>
internal sealed record JsonPathStep(string? Name, int? Index, bool Deep)
{
    public static JsonPathStep Every { get; } = new(null, null, Deep: false);

    public void Follow(JsonElement element, List<JsonElement> found, ref int visits)
    {
        visits++;
        if (Deep)
        {
            FollowDeep(element, found, ref visits);
        }
        else if (Name is not null)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Name, out var value))
            {
                found.Add(value);
            }
        }
        else if (Index is { } index)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                int length = element.GetArrayLength();
                int at = index < 0 ? length + index : index;
                if (at >= 0 && at < length)
                {
                    found.Add(element[at]);
                }
            }
        }
        else
        {
            found.AddRange(Children(element));
        }
    }

    // JsonDocument refuses nesting beyond its depth limit (JsonText sets it), so this recursion is bounded.
    private void FollowDeep(JsonElement element, List<JsonElement> found, ref int visits)
    {
        visits++;
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Name!, out var value))
        {
            found.Add(value);
        }

        foreach (var child in Children(element))
        {
            if (child.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                FollowDeep(child, found, ref visits);
            }
        }
    }

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Object => element.EnumerateObject().Select(p => p.Value),
        _ => [],
    };
}
