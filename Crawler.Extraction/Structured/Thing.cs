namespace Crawler.Extraction.Structured;

/// <summary>Something a page describes in schema.org terms, from JSON-LD or microdata.</summary>
internal sealed class Thing(string tier)
{
    private readonly Dictionary<string, List<object>> _properties = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which tier described it.</summary>
    public string Tier => tier;

    /// <summary>Without the vocabulary's address: "Product", "Offer".</summary>
    public List<string> Types { get; } = [];

    public bool Is(params ReadOnlySpan<string> types)
    {
        foreach (string type in types)
        {
            if (Types.Contains(type))
            {
                return true;
            }
        }

        return false;
    }

    public void Add(string name, object value)
    {
        if (!_properties.TryGetValue(name, out var values))
        {
            _properties[name] = values = [];
        }

        values.Add(value);
    }

    public bool Has(string name) => _properties.ContainsKey(name);

    public IEnumerable<object> All(string name) => _properties.GetValueOrDefault(name) ?? [];

    public IEnumerable<Thing> Things(string name) => All(name).OfType<Thing>();

    public IEnumerable<Thing> AllThings() => _properties.Values.SelectMany(v => v).OfType<Thing>();

    /// <summary>The first text under any of the names; a thing counts by its name, then its address.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (object value in All(name))
            {
                string? text = value as string ?? (value as Thing)?.Text("name", "@value", "url", "@id");
                if (!string.IsNullOrWhiteSpace(text))
                {
                    return text.Trim();
                }
            }
        }

        return null;
    }
}
