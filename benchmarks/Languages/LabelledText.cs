using System.Text.Json;

namespace CyberPatrol.Benchmarks.Languages;

/// <summary>The first words of an advert, and the language it is labelled with (ISO 639-1).</summary>
internal sealed record LabelledText(string Text, string Language)
{
    /// <summary>A JSON object a line with <c>title</c>, <c>text</c> and <c>language</c>.</summary>
    public static IReadOnlyList<LabelledText> Read(string file, int words) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => Parse(line, words))];

    private static LabelledText Parse(string line, int words)
    {
        using JsonDocument advert = JsonDocument.Parse(line);
        string text = $"{advert.RootElement.GetProperty("title").GetString()}\n{advert.RootElement.GetProperty("text").GetString()}";
        IEnumerable<string> first = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(words);
        return new LabelledText(string.Join(' ', first), advert.RootElement.GetProperty("language").GetString()!);
    }
}
