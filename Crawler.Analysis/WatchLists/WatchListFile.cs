using Crawler.Analysis.Lexicons;
using Crawler.Analysis.Yaml;
using Crawler.Contracts.WatchLists;
using YamlDotNet.RepresentationModel;

namespace Crawler.Analysis.WatchLists;

/// <summary>Watch lists as YAML files: what an analyst writes, versions and gives to a colleague.</summary>
public static class WatchListFile
{
    private static readonly string[] Keys = ["id", "name", "description", "legalBasis", "sites", "schedule", "maxPagesPerSearch", "lexicon", "terms"];

    /// <summary>Reads a list. Creation and change instants are left for whoever stores it.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Names the file in problems.</param>
    /// <param name="lexicons">Finds the lexicon that <c>lexicon: ivory</c> names; null result: there is none. Null: no lexicons are available.</param>
    public static WatchListReading Parse(string text, string fileName, Func<string, Lexicon?>? lexicons = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        YamlText yaml = YamlText.Read(text, fileName, Keys);
        if (yaml.Root is not { } root)
        {
            return new WatchListReading(null, yaml.Problems);
        }

        var defaults = new WatchSchedule();
        YamlMap? schedule = root.Map("schedule", "cron", "timeZone", "paused");
        var list = new WatchList
        {
            Id = root.RequiredText("id"),
            Name = root.RequiredText("name"),
            Description = root.Text("description"),
            LegalBasis = root.Text("legalBasis"),
            SiteIds = root.Texts("sites"),
            Schedule = new WatchSchedule
            {
                Cron = schedule?.Text("cron") ?? defaults.Cron,
                TimeZone = schedule?.Text("timeZone") ?? defaults.TimeZone,
                Paused = schedule?.Flag("paused", whenAbsent: false) ?? false,
            },
            MaxPagesPerSearch = root.Number("maxPagesPerSearch", whenAbsent: 10, least: 1, most: 1000),
            Terms = Terms(yaml, root, lexicons),
        };
        return yaml.Problems is { Count: > 0 } problems ? new WatchListReading(null, problems) : new WatchListReading(list, []);
    }

    /// <summary>The list as a file; reading it back gives the same list, without its instants.</summary>
    public static string Write(WatchList list) => WatchListWriter.Write(list);

    private static IReadOnlyList<WatchTerm> Terms(YamlText yaml, YamlMap root, Func<string, Lexicon?>? lexicons)
    {
        List<(WatchTerm Term, bool Own)> terms = [];
        if (root["terms"] is { } listed)
        {
            foreach (YamlNode item in yaml.Items(listed, "\"terms\""))
            {
                if (item is YamlMappingNode mapping && mapping.Children.TryGetValue("lexicon", out YamlNode? name))
                {
                    var reference = new YamlMap(yaml, mapping, ["lexicon", "languages"]);
                    terms.AddRange(OfLexicons(yaml, name, reference.Texts("languages"), lexicons).Select(t => (t, false)));
                }
                else if (WatchTermYaml.Read(yaml, item) is { } term)
                {
                    terms.Add((term, true));
                }
            }
        }

        if (root["lexicon"] is { } named)
        {
            terms.AddRange(OfLexicons(yaml, named, [], lexicons).Select(t => (t, false)));
        }

        // What the analyst wrote takes the place of what a lexicon says of the same word. Doubles of the analyst's own are left for the validator to name.
        HashSet<(string, string?)> taken = [.. terms.Where(t => t.Own).Select(t => (t.Term.Text, t.Term.Language))];
        return [.. terms.Where(t => t.Own || taken.Add((t.Term.Text, t.Term.Language))).Select(t => t.Term)];
    }

    private static IEnumerable<WatchTerm> OfLexicons(YamlText yaml, YamlNode node, IReadOnlyList<string> languages, Func<string, Lexicon?>? lexicons)
    {
        foreach (YamlNode item in yaml.Items(node, "\"lexicon\"", orOne: true))
        {
            if (yaml.Scalar(item, "a lexicon's name") is not { } name)
            {
                continue;
            }

            if (lexicons?.Invoke(name) is not { } lexicon)
            {
                yaml.Refuse(item, $"there is no lexicon \"{name}\"");
                continue;
            }

            foreach (WatchTerm term in lexicon.Terms.Where(
                t => languages.Count == 0 || t.Language is null || languages.Contains(t.Language, StringComparer.Ordinal)))
            {
                yield return term;
            }
        }
    }
}

/// <summary>What reading a file gave.</summary>
/// <param name="List">Null: the file was refused.</param>
/// <param name="Problems">Why. Empty when there is a list.</param>
public sealed record WatchListReading(WatchList? List, IReadOnlyList<FileProblem> Problems);
