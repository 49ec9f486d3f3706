using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Html;
using Crawler.Extraction.Learning;
using Crawler.Pages.Html;

namespace Crawler.Worker.Drift;

/// <summary>The old definition with what was learned in place of what died. Nothing else changes: who a listing is must not depend on a redesign.</summary>
internal static class RepairedDefinition
{
    public static SiteDefinition Of(SiteDefinition old, LearnedWrapper learned, SiteHealth health, IReadOnlyList<KeptPage> pages, DateTimeOffset now)
    {
        var dead = health.Changes.Where(c => c.FillNow is null or < 0.5).Select(c => c.Field).ToHashSet(StringComparer.Ordinal);
        var made = learned.Definition;
        var search = made.Search.Rows.Count == 0 ? old.Search : old.Search with
        {
            Rows = made.Search.Rows,
            Format = made.Search.Format,
            Fields = SameIds(old, Merge("search", old.Search.Fields, made.Search.Fields, dead, learned)),
            NextPage = made.Search.NextPage.Count > 0 || dead.Contains("nextPage") ? made.Search.NextPage : old.Search.NextPage,
        };
        var repaired = old with
        {
            Version = old.Version + 1,
            Search = search,
            Detail = learned.DetailPages == 0
                ? old.Detail
                : old.Detail with { Fields = Merge("detail", old.Detail.Fields, made.Detail.Fields, dead, learned) },
            VerifiedNote = $"version {old.Version + 1} was learned from the site's changed pages; version {old.Version}: {old.VerifiedNote ?? "no note"}",
            Learned = new LearnedFrom { At = now, From = [.. pages.Select(p => p.Page.Url).Distinct(StringComparer.Ordinal)], RowsSeen = learned.RowsSeen },
        };
        return repaired with { Fetch = repaired.Fetch with { WaitFor = WaitFor(repaired, pages, now) } };
    }

    /// <summary>Learned rules; of the old ones those that say the same for all adverts, or that nothing speaks against.</summary>
    private static Dictionary<string, IReadOnlyList<FieldRule>> Merge(
        string prefix,
        IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> old,
        IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> made,
        HashSet<string> dead,
        LearnedWrapper learned)
    {
        bool rowsDied = prefix == "search" && dead.Contains("rows");
        var merged = new Dictionary<string, IReadOnlyList<FieldRule>>(made, StringComparer.Ordinal);
        foreach (var (field, chain) in old.Where(o => !made.ContainsKey(o.Key)))
        {
            bool constant = chain.All(r => r is { Select: null, Attribute: null, Value: not null });
            bool refuted = dead.Contains($"{prefix}.{field}") || (rowsDied && learned.Part($"{prefix}.{field}") is { Open: not null });
            if (constant || (!refuted && !rowsDied))
            {
                merged[field] = chain;
            }
        }

        return merged;
    }

    /// <summary>
    /// Where the address holds the id, it alone says it: another attribute might hold another number, and every known advert would look new.
    /// </summary>
    private static Dictionary<string, IReadOnlyList<FieldRule>> SameIds(SiteDefinition old, Dictionary<string, IReadOnlyList<FieldRule>> fields)
    {
        bool same = old.Search.Fields.TryGetValue("id", out var before) && fields.TryGetValue("id", out var after)
            && RuleText.Of(before) == RuleText.Of(after);
        if (old.Detail.IdFromUrl is not null && !same)
        {
            fields.Remove("id");
        }

        return fields;
    }

    /// <summary>
    /// A browser that waits for something that never comes costs the whole time-out: what is on the changed pages is added to what it waits for.
    /// </summary>
    private static string? WaitFor(SiteDefinition site, IReadOnlyList<KeptPage> pages, DateTimeOffset now)
    {
        if (site.Fetch.WaitFor is not { } waitFor)
        {
            return null;
        }

        // What adverts' pages are waited for must not stand on a result page as well: there it would end the wait before the rows have come.
        var results = pages.Where(p => !p.Page.Detail && p.Page.Tier == "browser").ToList();
        var adverts = pages.Where(p => p.Page.Detail && p.Page.Tier == "browser").ToList();
        string? row = results.Count > 0 && !Shows(results[0], site, waitFor, now) ? site.Search.Rows.FirstOrDefault() : null;
        string? advert = adverts.Count > 0 && !Shows(adverts[0], site, waitFor, now)
            ? site.Detail.Fields.Values.SelectMany(chain => chain).Select(rule => rule.Select).OfType<string>()
                .FirstOrDefault(selector => adverts.All(p => Shows(p, site, selector, now)) && !results.Exists(p => Shows(p, site, selector, now)))
            : null;
        string?[] more = [row, advert];
        return string.Join(", ", more.OfType<string>().Append(waitFor));
    }

    private static bool Shows(KeptPage page, SiteDefinition site, string selector, DateTimeOffset now) =>
        CssSelection.Select(HtmlPage.Parse(page.Content, site, now, new ReadBudget(ReadBudget.StandardTime)).Document, selector).Any();
}
