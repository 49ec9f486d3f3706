using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Crawler.Analysis.Yaml;

/// <summary>A YAML text being read: its root, and the problems found so far.</summary>
internal sealed class YamlText
{
    private readonly string _file;
    private readonly List<FileProblem> _problems = [];

    private YamlText(string file) => _file = file;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<FileProblem> Problems => [.. _problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    /// <summary>The root mapping. Null: the text is not YAML, or not a mapping; <see cref="Problems"/> says which.</summary>
    public YamlMap? Root { get; private set; }

    /// <summary>Reads the text; whether it went well is in <see cref="Problems"/>.</summary>
    public static YamlText Read(string text, string file, params IReadOnlyList<string> keys)
    {
        var yaml = new YamlText(file);
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                yaml.Root = new YamlMap(yaml, root, keys);
            }
            else
            {
                string message = stream.Documents.Count > 1
                    ? "holds several documents; one is expected"
                    : $"holds no keys; expected {string.Join(", ", keys)}";
                yaml._problems.Add(new FileProblem(file, 0, 0, message));
            }
        }
        catch (YamlException e)
        {
            yaml._problems.Add(new FileProblem(file, e.Start.Line, e.Start.Column, $"is not YAML: {e.InnerException?.Message ?? e.Message}"));
        }

        return yaml;
    }

    public void Refuse(YamlNode node, string message) => _problems.Add(new FileProblem(_file, node.Start.Line, node.Start.Column, message));

    /// <summary>The entries of a list; a lone value counts as a list of one where <paramref name="orOne"/>.</summary>
    public IEnumerable<YamlNode> Items(YamlNode node, string what, bool orOne = false)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        if (orOne)
        {
            return [node];
        }

        Refuse(node, $"{what} must be a list (lines that begin with a dash)");
        return [];
    }

    /// <summary>A text value. Null: it is none, and that has been said.</summary>
    public string? Scalar(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } value } scalar && (value.Trim().Length > 0 || scalar.Style is not ScalarStyle.Plain))
        {
            return value.Trim();
        }

        Refuse(node, $"{what} must be a text");
        return null;
    }
}
