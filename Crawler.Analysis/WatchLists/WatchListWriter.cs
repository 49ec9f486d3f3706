using System.Globalization;
using Crawler.Analysis.Yaml;
using Crawler.Contracts.WatchLists;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Crawler.Analysis.WatchLists;

/// <summary>Writes a watch list the way <see cref="WatchListFile"/> reads it; what equals the default is left out.</summary>
internal static class WatchListWriter
{
    public static string Write(WatchList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var root = new YamlMappingNode();
        Add(root, "id", list.Id);
        Add(root, "name", list.Name);
        Add(root, "description", list.Description);
        Add(root, "legalBasis", list.LegalBasis);
        root.Add("sites", OnOneLine(list.SiteIds));
        root.Add("schedule", Schedule(list.Schedule));
        root.Add("maxPagesPerSearch", YamlOutput.Plain(list.MaxPagesPerSearch.ToString(CultureInfo.InvariantCulture)));
        root.Add("terms", new YamlSequenceNode(list.Terms.Select(Term)));
        return YamlOutput.File(root);
    }

    private static YamlMappingNode Schedule(WatchSchedule schedule)
    {
        var node = new YamlMappingNode();
        Add(node, "cron", schedule.Cron);
        Add(node, "timeZone", schedule.TimeZone);
        if (schedule.Paused)
        {
            node.Add("paused", YamlOutput.Plain("true"));
        }

        return node;
    }

    private static YamlMappingNode Term(WatchTerm term)
    {
        var node = new YamlMappingNode();
        Add(node, "text", term.Text);
        Add(node, "language", term.Language);
        Add(node, "topic", term.Topic);
        Add(node, "variants", term.Variants);
        Add(node, "exclude", term.Exclude);
        Add(node, "source", term.Source);
        if (!term.Search)
        {
            node.Add("search", YamlOutput.Plain("false"));
        }

        return node;
    }

    private static void Add(YamlMappingNode node, string key, string? value)
    {
        if (value is not null)
        {
            node.Add(key, YamlOutput.Quoted(value));
        }
    }

    private static void Add(YamlMappingNode node, string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            node.Add(key, OnOneLine(values));
        }
    }

    private static YamlSequenceNode OnOneLine(IEnumerable<string> values) => new(values.Select(YamlOutput.Quoted)) { Style = SequenceStyle.Flow };
}
