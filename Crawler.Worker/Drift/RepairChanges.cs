using Crawler.Contracts.Sites;
using Crawler.Extraction.Learning;
using Crawler.Sites.Files;

namespace Crawler.Worker.Drift;

/// <summary>What a repair changes, rule by rule, with what the sweep measured.</summary>
internal static class RepairChanges
{
    public static IReadOnlyList<SiteChange> Of(SiteDefinition old, SiteDefinition repaired, LearnedWrapper learned, SiteHealth health)
    {
        var measured = health.Changes.GroupBy(c => c.Field, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        List<SiteChange> changes = [];
        void Add(string field, string? before, string? after)
        {
            if (before != after)
            {
                var seen = measured.GetValueOrDefault(field);
                var part = learned.Part(field);
                changes.Add(new SiteChange
                {
                    Field = field,
                    Reason = seen?.Reason ?? (after is null ? part?.Open ?? "the rule fits nothing; the generic readers read it" : before is null ? "it had no rule" : "read from another place now"),
                    FillBefore = seen?.FillBefore,
                    FillNow = seen?.FillNow,
                    OldRule = before,
                    NewRule = after,
                    Example = after is null ? null : part?.Example,
                });
            }
        }

        Add("rows", Text(old.Search.Rows), Text(repaired.Search.Rows));
        foreach (string field in Fields(old.Search.Fields, repaired.Search.Fields))
        {
            Add($"search.{field}", Text(old.Search.Fields, field), Text(repaired.Search.Fields, field));
        }

        Add("nextPage", Text(old.Search.NextPage), Text(repaired.Search.NextPage));
        foreach (string field in Fields(old.Detail.Fields, repaired.Detail.Fields))
        {
            Add($"detail.{field}", Text(old.Detail.Fields, field), Text(repaired.Detail.Fields, field));
        }

        Add("fetch.waitFor", old.Fetch.WaitFor, repaired.Fetch.WaitFor);
        return changes;
    }

    private static IEnumerable<string> Fields(
        IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> old, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> repaired) =>
        old.Keys.Union(repaired.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string? Text(IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, string field) =>
        fields.TryGetValue(field, out var chain) ? Text(chain) : null;

    private static string? Text(IReadOnlyList<FieldRule> chain) => Text([.. chain.Select(SiteDefinitionWriter.Rule)]);

    private static string? Text(IReadOnlyList<string> rules) => rules.Count == 0 ? null : string.Join(" | ", rules);
}
