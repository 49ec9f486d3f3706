using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>State kept as a table of objects that name one another by key (<c>{"__ref":"Listing:1"}</c>): the names are replaced by what they name.</summary>
public static class ReferencedJson
{
    private const int Deepest = 3;
    private const int Longest = 12_000_000;

    /// <summary>The document with its references followed; itself when it has none, or too many.</summary>
    public static JsonElement Follow(JsonElement root, string text)
    {
        if (!text.Contains("\"__ref\"", StringComparison.Ordinal) && !text.Contains("\"type\":\"id\"", StringComparison.Ordinal))
        {
            return root;
        }

        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Collect(root, named, 0);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            Write(writer, buffer, root, named, 0, 0);
        }

        return buffer.Length > Longest ? root : JsonText.Parse(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)) ?? root;
    }

    /// <summary>Tables stand at the top or a few objects down.</summary>
    private static void Collect(JsonElement element, Dictionary<string, JsonElement> named, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object || depth > 6)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                named.TryAdd(property.Name, property.Value);
                Collect(property.Value, named, depth + 1);
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, MemoryStream buffer, JsonElement element, Dictionary<string, JsonElement> named, int followed, int depth)
    {
        if (depth > 100 || buffer.Length + writer.BytesPending > Longest)
        {
            writer.WriteNullValue();
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Reference(element) is { } key && named.TryGetValue(key, out var target) && followed < Deepest)
            {
                Write(writer, buffer, target, named, followed + 1, depth + 1);
                return;
            }

            writer.WriteStartObject();
            foreach (var property in element.EnumerateObject())
            {
                writer.WritePropertyName(property.Name);
                Write(writer, buffer, property.Value, named, followed, depth + 1);
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
            {
                Write(writer, buffer, item, named, followed, depth + 1);
            }

            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }

    private static string? Reference(JsonElement element) =>
        element.TryGetProperty("__ref", out var reference) ? JsonText.Scalar(reference)
        : element.TryGetProperty("type", out var type) && JsonText.Scalar(type) == "id" && element.TryGetProperty("id", out var id) ? JsonText.Scalar(id)
        : null;
}
