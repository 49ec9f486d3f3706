using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Yaml;

/// <summary>A piece of a site file as JSON: plain numbers, <c>true</c>, <c>false</c> and <c>null</c> are such, everything else is a text.</summary>
public static class YamlJson
{
    private const int MaxDepth = 32;

    /// <param name="node">Any node.</param>
    /// <param name="text">Told each text and where it stands.</param>
    /// <param name="errors">Told what JSON cannot hold.</param>
    public static JsonNode? Of(YamlNode node, Action<string, YamlNode> text, YamlErrors errors, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            errors.Add(node, $"nested more than {MaxDepth} levels deep");
            return null;
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var members = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    members[(key as YamlScalarNode)?.Value ?? ""] = Of(value, text, errors, depth + 1);
                }

                return members;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select(i => Of(i, text, errors, depth + 1))]);
            case YamlScalarNode { Value: { } value } scalar:
                return scalar.Style == ScalarStyle.Plain && Plain(value, out var plain) ? plain : Text(value, scalar, text);
            default:
                return null;
        }
    }

    /// <summary>A JSON document as part of a site file. JSON is YAML as well, so it is read as such and keeps its form.</summary>
    public static YamlNode Node(string json)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(json);
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private static JsonValue Text(string value, YamlNode node, Action<string, YamlNode> text)
    {
        text(value, node);
        return JsonValue.Create(value);
    }

    private static bool Plain(string value, out JsonNode? node)
    {
        node = value switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => JsonValue.Create(whole),
            _ when double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) =>
                JsonValue.Create(number),
            _ => null,
        };
        return node is not null || value is "null" or "~" or "";
    }
}
