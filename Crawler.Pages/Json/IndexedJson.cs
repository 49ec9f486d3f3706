using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>
/// State written as one flat list in which numbers stand for other places of the list: the first item is the root, objects and lists hold indexes
/// instead of values. Some writers also put the names of properties there (<c>"_12"</c>).
/// </summary>
public static class IndexedJson
{
    private const int Deepest = 40;
    private const int Longest = 12_000_000;

    /// <summary>The value it stands for; null: the document is not written that way.</summary>
    public static JsonElement? Unfold(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() < 6)
        {
            return null;
        }

        JsonElement[] items = [.. root.EnumerateArray()];
        if (!IsIndexed(items))
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            Write(writer, buffer, items, 0, 0);
        }

        return buffer.Length > Longest ? null : JsonText.Parse(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Nearly all members of its objects and lists are whole numbers within the list.</summary>
    private static bool IsIndexed(JsonElement[] items)
    {
        int members = 0, indexes = 0, scalars = 0;
        foreach (var item in items.Take(2000))
        {
            scalars += item.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null
                ? 1
                : 0;
            foreach (var member in Members(item))
            {
                members++;
                indexes += IsIndex(member, items.Length) ? 1 : 0;
            }
        }

        return items[0].ValueKind is JsonValueKind.Array or JsonValueKind.Object && members >= 4 && scalars >= 4 && indexes * 10 >= members * 8;
    }

    private static IEnumerable<JsonElement> Members(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Array => item.EnumerateArray(),
        JsonValueKind.Object => item.EnumerateObject().Select(p => p.Value),
        _ => [],
    };

    private static bool IsIndex(JsonElement value, int length) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int index) && index < length
        && index > -10;

    private static void Write(Utf8JsonWriter writer, MemoryStream buffer, JsonElement[] items, int index, int depth)
    {
        if (index < 0 || index >= items.Length || depth > Deepest || buffer.Length + writer.BytesPending > Longest)
        {
            writer.WriteNullValue();
            return;
        }

        var item = items[index];
        if (item.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in item.EnumerateObject())
            {
                writer.WritePropertyName(Name(property.Name, items));
                WriteMember(writer, buffer, items, property.Value, depth);
            }

            writer.WriteEndObject();
        }
        else if (item.ValueKind == JsonValueKind.Array)
        {
            // ["Ref", 5]: a value with the name of its kind.
            if (item.GetArrayLength() is 1 or 2 && item[0].ValueKind == JsonValueKind.String)
            {
                WriteMember(writer, buffer, items, item[item.GetArrayLength() - 1], depth);
                return;
            }

            writer.WriteStartArray();
            foreach (var member in item.EnumerateArray())
            {
                WriteMember(writer, buffer, items, member, depth);
            }

            writer.WriteEndArray();
        }
        else
        {
            item.WriteTo(writer);
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, MemoryStream buffer, JsonElement[] items, JsonElement member, int depth)
    {
        if (IsIndex(member, items.Length))
        {
            Write(writer, buffer, items, member.GetInt32(), depth + 1);
        }
        else
        {
            member.WriteTo(writer);
        }
    }

    private static string Name(string name, JsonElement[] items) =>
        name.Length > 1 && name[0] == '_' && int.TryParse(name.AsSpan(1), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out int index) && index < items.Length
        && items[index].ValueKind == JsonValueKind.String ? JsonText.Scalar(items[index]) ?? name : name;
}
