using System.Globalization;
using Crawler.Contracts.Spelling;
using YamlDotNet.RepresentationModel;

namespace Crawler.Analysis.Yaml;

/// <summary>A mapping of a YAML file with a known set of keys; any other is refused, with the nearest valid one.</summary>
internal sealed class YamlMap
{
    private readonly YamlText _text;
    private readonly YamlMappingNode _node;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public YamlMap(YamlText text, YamlMappingNode node, IReadOnlyList<string> keys)
    {
        _text = text;
        _node = node;
        foreach ((YamlNode key, YamlNode value) in node.Children)
        {
            string name = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(name, StringComparer.Ordinal))
            {
                _values[name] = value;
            }
            else
            {
                string hint = NearestWord.To(name, keys) is { } nearest ? $"did you mean \"{nearest}\"?" : $"valid keys are {string.Join(", ", keys)}";
                text.Refuse(key, $"unknown key \"{name}\"; {hint}");
            }
        }
    }

    public YamlNode? this[string key] => _values.GetValueOrDefault(key);

    public string? Text(string key) => _values.TryGetValue(key, out YamlNode? node) ? _text.Scalar(node, $"\"{key}\"") : null;

    /// <summary>A text that must be there. Empty when it is not, which has been said.</summary>
    public string RequiredText(string key)
    {
        if (_values.ContainsKey(key))
        {
            return Text(key) ?? "";
        }

        _text.Refuse(_node, $"\"{key}\" is missing");
        return "";
    }

    public IReadOnlyList<string> Texts(string key) =>
        _values.TryGetValue(key, out YamlNode? node)
            ? [.. _text.Items(node, $"\"{key}\"", orOne: true).Select(i => _text.Scalar(i, $"each entry of \"{key}\"")).OfType<string>()]
            : [];

    public bool Flag(string key, bool whenAbsent)
    {
        if (Text(key) is not { } value)
        {
            return whenAbsent;
        }

        switch (value.ToUpperInvariant())
        {
            case "TRUE" or "YES":
                return true;
            case "FALSE" or "NO":
                return false;
            default:
                _text.Refuse(_values[key], $"\"{key}\" is \"{value}\"; it must be true or false");
                return whenAbsent;
        }
    }

    public int Number(string key, int whenAbsent, int least, int most)
    {
        if (Text(key) is not { } value)
        {
            return whenAbsent;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        _text.Refuse(_values[key], $"\"{key}\" is \"{value}\"; it must be a whole number from {least} to {most}");
        return whenAbsent;
    }

    /// <summary>The mapping under a key. Null: absent, or no mapping, which has been said.</summary>
    public YamlMap? Map(string key, params IReadOnlyList<string> keys)
    {
        if (!_values.TryGetValue(key, out YamlNode? node))
        {
            return null;
        }

        if (node is YamlMappingNode mapping)
        {
            return new YamlMap(_text, mapping, keys);
        }

        _text.Refuse(node, $"\"{key}\" must have keys of its own: {string.Join(", ", keys)}");
        return null;
    }

    public void Refuse(string message) => _text.Refuse(_node, message);
}
