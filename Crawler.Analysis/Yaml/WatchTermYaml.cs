using Crawler.Contracts.WatchLists;
using YamlDotNet.RepresentationModel;

namespace Crawler.Analysis.Yaml;

/// <summary>One term in YAML: its text alone, or a mapping. Lexicons and watch lists write terms alike.</summary>
internal static class WatchTermYaml
{
    private static readonly string[] Keys = ["text", "language", "topic", "variants", "exclude", "source", "search"];

    /// <summary>Null: it is no term, and that has been said.</summary>
    public static WatchTerm? Read(YamlText yaml, YamlNode node, string? topic = null)
    {
        if (node is not YamlMappingNode mapping)
        {
            return yaml.Scalar(node, "a term") is { } text ? new WatchTerm { Text = text, Topic = topic } : null;
        }

        var map = new YamlMap(yaml, mapping, Keys);
        string word = map.RequiredText("text");
        return word.Length == 0 ? null : new WatchTerm
        {
            Text = word,
            Language = map.Text("language"),
            Topic = map.Text("topic") ?? topic,
            Variants = map.Texts("variants"),
            Exclude = map.Texts("exclude"),
            Source = map.Text("source"),
            Search = map.Flag("search", whenAbsent: true),
        };
    }
}
