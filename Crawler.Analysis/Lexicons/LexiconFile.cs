using Crawler.Analysis.Yaml;
using Crawler.Contracts.WatchLists;
using YamlDotNet.RepresentationModel;

namespace Crawler.Analysis.Lexicons;

/// <summary>Lexicons as YAML files (<c>lexicons/*.yaml</c>).</summary>
public static class LexiconFile
{
    private static readonly string[] Keys = ["id", "name", "description", "terms"];

    /// <summary>Reads a lexicon; a term without a source is refused.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Names the file in problems.</param>
    public static LexiconReading Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        YamlText yaml = YamlText.Read(text, fileName, Keys);
        if (yaml.Root is not { } root)
        {
            return new LexiconReading(null, yaml.Problems);
        }

        string id = root.RequiredText("id");
        string name = root.RequiredText("name");
        List<WatchTerm> terms = [];
        if (root["terms"] is { } listed)
        {
            foreach (YamlNode node in yaml.Items(listed, "\"terms\""))
            {
                if (WatchTermYaml.Read(yaml, node, topic: id) is not { } term)
                {
                    continue;
                }

                if (term.Source is null)
                {
                    yaml.Refuse(node, $"\"{term.Text}\" has no source; name the publication, or \"dictionary\"");
                }
                else if (terms.Exists(t => t.Text == term.Text && t.Language == term.Language))
                {
                    yaml.Refuse(node, $"\"{term.Text}\" stands there more than once for the same language");
                }

                terms.Add(term);
            }
        }
        else
        {
            root.Refuse("\"terms\" is missing");
        }

        return yaml.Problems is { Count: > 0 } problems
            ? new LexiconReading(null, problems)
            : new LexiconReading(new Lexicon { Id = id, Name = name, Description = root.Text("description"), Terms = terms }, []);
    }
}

/// <summary>What reading a file gave.</summary>
/// <param name="Lexicon">Null: the file was refused.</param>
/// <param name="Problems">Why. Empty when there is a lexicon.</param>
public sealed record LexiconReading(Lexicon? Lexicon, IReadOnlyList<FileProblem> Problems);
