using AngleSharp.Dom;

namespace Crawler.Extraction.Structured;

/// <summary>The page's meta elements by property or name, lower case.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public static MetaTags Of(IDocument document)
    {
        var tags = new MetaTags();
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            string? name = meta.GetAttribute("property") ?? meta.GetAttribute("name");
            string? content = meta.GetAttribute("content");
            if (!string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(content))
            {
                if (!tags._values.TryGetValue(name.Trim(), out var list))
                {
                    tags._values[name.Trim()] = list = [];
                }

                list.Add(content.Trim());
            }
        }

        return tags;
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_values.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];
}
