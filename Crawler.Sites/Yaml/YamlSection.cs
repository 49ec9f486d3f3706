using System.Globalization;
using Crawler.Contracts.Spelling;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Yaml;

/// <summary>A mapping in a site file, read key by key; whatever is wrong goes to the error list and the default is answered instead.</summary>
public sealed class YamlSection
{
    private static readonly string[] Yes = ["true", "yes", "on"];
    private static readonly string[] No = ["false", "no", "off"];

    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly YamlErrors _errors;

    private YamlSection(YamlNode node, string path, YamlErrors errors)
    {
        Node = node;
        Path = path;
        _errors = errors;
    }

    public YamlNode Node { get; }

    /// <summary>Dotted path of keys; empty for the whole file.</summary>
    public string Path { get; }

    /// <summary>Reads a mapping. Null node: an empty section. Keys outside <paramref name="valid"/> are refused; null allows any key.</summary>
    public static YamlSection Read(YamlNode node, string path, IReadOnlyList<string>? valid, YamlErrors errors)
    {
        var section = new YamlSection(node, path, errors);
        if (node is not YamlMappingNode mapping)
        {
            if (node is not YamlScalarNode { Value: null or "" })
            {
                errors.Add(node, $"{(path.Length == 0 ? "the file" : path)} must be a mapping of keys to values");
            }

            return section;
        }

        foreach (var (keyNode, value) in mapping.Children)
        {
            string key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (valid is not null && !valid.Contains(key))
            {
                string place = path.Length == 0 ? "" : $" in {path}";
                string hint = NearestWord.To(key, valid) is { } near ? $"; did you mean '{near}'?" : $"; valid keys are {string.Join(", ", valid)}";
                errors.Add(keyNode, $"unknown key '{key}'{place}{hint}");
                continue;
            }

            section._values[key] = value;
        }

        return section;
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public IEnumerable<KeyValuePair<string, YamlNode>> Entries => _values;

    public YamlNode? Value(string key) => _values.GetValueOrDefault(key);

    public YamlSection Section(string key, IReadOnlyList<string>? valid) =>
        _values.TryGetValue(key, out var node) ? Read(node, Full(key), valid, _errors) : new YamlSection(Node, Full(key), _errors);

    public string? Text(string key)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node is YamlScalarNode scalar)
        {
            return string.IsNullOrWhiteSpace(scalar.Value) || scalar is { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "null" or "~" }
                ? null
                : scalar.Value.Trim();
        }

        _errors.Add(node, $"{Full(key)} must be a text");
        return null;
    }

    public string RequiredText(string key)
    {
        string? text = Text(key);
        if (text is null)
        {
            _errors.Add(Value(key) ?? Node, $"{Full(key)} is required");
        }

        return text ?? "";
    }

    public bool Flag(string key, bool fallback)
    {
        string? text = Text(key)?.ToLowerInvariant();
        if (text is null || Yes.Contains(text))
        {
            return text is null ? fallback : true;
        }

        if (!No.Contains(text))
        {
            _errors.Add(Value(key)!, $"{Full(key)}: '{text}' is neither yes nor no");
        }

        return false;
    }

    public int Number(string key, int fallback, int min, int max)
    {
        string? text = Text(key);
        if (text is null)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
        {
            return number;
        }

        _errors.Add(Value(key)!, $"{Full(key)}: '{text}' is not a whole number from {min} to {max}");
        return fallback;
    }

    /// <summary>Reads what <paramref name="parse"/> understands; <paramref name="expected"/> says in words what that is.</summary>
    public T Parsed<T>(string key, T fallback, Func<string, T?> parse, string expected)
        where T : struct
    {
        string? text = Text(key);
        if (text is null)
        {
            return fallback;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        _errors.Add(Value(key)!, $"{Full(key)}: '{text}' is not {expected}");
        return fallback;
    }

    public T Choice<T>(string key, T fallback)
        where T : struct, Enum =>
        Parsed(
            key,
            fallback,
            text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value : null,
            "one of " + string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])));

    /// <summary>A text, or a list of texts, with the node each stands on.</summary>
    public IReadOnlyList<(string Text, YamlNode Node)> Texts(string key)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return [];
        }

        var found = new List<(string, YamlNode)>();
        foreach (var item in node is YamlSequenceNode list ? list.Children : [node])
        {
            if (item is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            {
                found.Add((value.Trim(), item));
            }
            else
            {
                _errors.Add(item, $"{Full(key)} must be a text or a list of texts");
            }
        }

        return found;
    }

    public string Full(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
