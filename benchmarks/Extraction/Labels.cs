using System.Text.Json;

namespace Extraction.Benchmarks;

/// <summary>A page's labels: the truth to compare with. See the README of a labelled folder for the conventions.</summary>
internal sealed class Labels(JsonElement root)
{
    public Uri? PageUrl { get; } = Uri.TryCreate(Text(root, "pageUrl"), UriKind.Absolute, out var url) ? url : null;

    public bool IsSearch => root.TryGetProperty("rows", out _);

    public bool IsThread => root.TryGetProperty("posts", out _);

    public IReadOnlyList<JsonElement> Rows { get; } = root.TryGetProperty("rows", out var rows) ? [.. rows.EnumerateArray()] : [];

    public IReadOnlyList<JsonElement> Posts { get; } = root.TryGetProperty("posts", out var posts) ? [.. posts.EnumerateArray()] : [];

    public JsonElement Root => root;

    public bool NextPageIsLabelled => root.TryGetProperty("nextPage", out _) && !Unlabelled("nextPage");

    public string? NextPage => Text(root, "nextPage");

    public bool Unlabelled(string field) => root.TryGetProperty("unlabelled", out var list) && list.EnumerateArray().Any(v => v.GetString() == field);

    public static Labels Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new Labels(document.RootElement.Clone());
    }

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;

    public static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
