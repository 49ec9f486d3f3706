using System.Globalization;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Analysis.Drift;

/// <summary>
/// Says what a site was like in a sweep, by its own history, its definition's rules and the floors they name. A pure function: the same ledger gives
/// the same verdict. A site whose rules fit nothing is drifted even where other readers found every row; one that says that nothing matches is empty,
/// never drifted.
/// </summary>
public static class DriftJudge
{
    /// <summary>Share of a sweep's result pages from which one kind of failure describes the site.</summary>
    private const double Telling = 0.2;

    /// <summary>The verdict on a sweep's part of a site.</summary>
    /// <param name="site">Its definition.</param>
    /// <param name="now">The sweep.</param>
    /// <param name="history">The sweeps before it. Null: none.</param>
    /// <param name="jobs">The sweep's jobs of the site, for the words and addresses of what went wrong.</param>
    public static SiteHealth Judge(SiteDefinition site, SweepProfile now, SiteHistory? history, IReadOnlyCollection<SweepJob> jobs)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(jobs);
        var baseline = history?.Baseline(now) ?? [];
        var changes = Changes(site, now, baseline);
        var (condition, outcome) = changes.Count > 0 ? (SiteCondition.Drifted, (OutcomeKind?)null) : Condition(now);
        var example = outcome is { } kind ? jobs.Where(j => j.Outcome?.Kind == kind).OrderBy(j => j.Kind).ThenBy(j => j.CreatedAt)
            .ThenBy(j => j.Id, StringComparer.Ordinal).FirstOrDefault()
            : jobs.Where(j => j.Outcome?.Page is { Rows: > 0 }).OrderBy(j => j.Outcome!.Page!.RowsByDefinition ?? 1).ThenBy(j => j.Kind)
                .ThenBy(j => j.Id, StringComparer.Ordinal).FirstOrDefault();
        return new SiteHealth
        {
            SiteId = site.Id,
            Condition = condition,
            Detail = Detail(condition, now, baseline, changes, example),
            At = now.At,
            DefinitionVersion = now.DefinitionVersion,
            Url = example?.Outcome?.Url,
            Rows = now.Search.Rows,
            Changes = [.. changes, .. Notes(now, baseline)],
        };
    }

    /// <summary>
    /// Whether one page is worth keeping, because it does not read as its definition says. Asked before the sweep's verdict is known, and so quicker
    /// to suspect.
    /// </summary>
    /// <param name="site">Its definition.</param>
    /// <param name="page">The page.</param>
    /// <param name="detail">An advert's page; else a result page.</param>
    /// <param name="history">The sweeps before. Null: none.</param>
    public static bool IsSuspect(SiteDefinition site, PageProfile page, bool detail, SiteHistory? history)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(page);
        if (page.Rows == 0)
        {
            return !page.Unexplained;
        }

        var one = SweepProfiles.Of(page);
        var sweep = new SweepProfile
        {
            SweepId = "",
            At = DateTimeOffset.MaxValue,
            DefinitionVersion = page.DefinitionVersion,
            Search = detail ? new() : one,
            Detail = detail ? one : new(),
        };
        if (Changes(site, sweep, history?.Baseline(sweep) ?? []).Count > 0)
        {
            return true;
        }

        // One advert proves nothing, but several that look like this will: keep them.
        return detail && site.Detail.Fields.Keys.Any(f => f is "title" or "price" or "description" or "images" && page.Fields.TryGetValue(f, out var tiers)
            && !tiers.ContainsKey("definition"));
    }

    private static List<SiteChange> Changes(SiteDefinition site, SweepProfile now, IReadOnlyList<SweepProfile> baseline)
    {
        KindProfile[] searches = [.. baseline.Select(b => b.Search).Where(s => s.Pages > 0)];
        KindProfile[] details = [.. baseline.Select(b => b.Detail).Where(s => s.Pages > 0)];
        List<SiteChange> changes =
        [
            .. Rows(site, now.Search),
            .. new FieldDrift("search", site.Search.Fields, site.Health.Fill, now.Search, searches).Find(),
            .. NextPage(site, now.Search, searches),
            .. new FieldDrift("detail", site.Detail.Fields, site.Health.DetailFill, now.Detail, details).Find(),
            .. Sources("search", now.Search, searches),
            .. Sources("detail", now.Detail, details),
        ];
        return changes;
    }

    private static List<SiteChange> Rows(SiteDefinition site, KindProfile now)
    {
        var changes = new List<SiteChange>();
        if (site.Search.Rows.Count > 0 && now.PagesMissedByDefinition * 10 >= now.Pages && now.PagesMissedByDefinition > 0)
        {
            changes.Add(new SiteChange
            {
                Field = "rows",
                Reason = $"the row rule fits nothing on {Count(now.PagesMissedByDefinition)} of {Count(now.Pages)} result pages; "
                    + "their rows were found by structure",
                FillNow = Math.Round(1 - ((double)now.PagesMissedByDefinition / now.Pages), 3),
                OldRule = string.Join(" | ", site.Search.Rows),
            });
        }

        if (site.Health.MinRows is { } least && now.FullestPage < least && now.NextPages.Count > 0)
        {
            changes.Add(new SiteChange
            {
                Field = "rows",
                Reason = $"at most {Count(now.FullestPage)} rows on a page that goes on; the definition's floor is {Count(least)}",
                OldRule = string.Join(" | ", site.Search.Rows),
            });
        }

        return changes;
    }

    private static List<SiteChange> NextPage(SiteDefinition site, KindProfile now, IReadOnlyList<KindProfile> before)
    {
        int past = before.Sum(b => b.Pages);
        double usual = past == 0 ? 0 : (double)before.Sum(b => b.NextPages.GetValueOrDefault("definition")) / past;
        int found = now.NextPages.GetValueOrDefault("definition");
        int others = now.NextPages.Values.Sum() - found;
        bool fallen = past >= 3 && usual >= 0.2 && found == 0 && Binomial.AtMost(0, now.Pages, usual * 0.9) < 0.001;
        if (site.Search.NextPage.Count == 0 || !(fallen || (found == 0 && others > 0)))
        {
            return [];
        }

        return
        [
            new SiteChange
            {
                Field = "nextPage",
                Reason = others > 0
                    ? $"its rule fits no page; on {Count(others)} the next page was found by other means"
                    : $"its rule fits none of {Count(now.Pages)} pages",
                FillBefore = past == 0 ? null : Math.Round(usual, 3),
                FillNow = 0,
                OldRule = RuleText.Of(site.Search.NextPage),
            },
        ];
    }

    /// <summary>Machine-readable data that every page carried, and none does now.</summary>
    private static IEnumerable<SiteChange> Sources(string prefix, KindProfile now, IReadOnlyList<KindProfile> before)
    {
        int past = before.Sum(b => b.Pages);
        return past < 2 || now.Pages == 0 ? [] : before.SelectMany(b => b.Sources.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(source => (Source: source, Share: (double)before.Sum(b => b.Sources.GetValueOrDefault(source)) / past))
            .Where(s => s.Share >= 0.9 && now.Sources.GetValueOrDefault(s.Source) == 0)
            .Select(s => new SiteChange
            {
                Field = $"{prefix}.{s.Source}",
                Reason = $"all pages carried data of this kind, none of {Count(now.Pages)} does now",
                FillBefore = Math.Round(s.Share, 3),
                FillNow = 0,
            });
    }

    /// <summary>What is worth knowing, but no verdict.</summary>
    private static List<SiteChange> Notes(SweepProfile now, IReadOnlyList<SweepProfile> baseline)
    {
        var notes = new List<SiteChange>();
        if (now.Search.Unexplained > 0)
        {
            notes.Add(new SiteChange
            {
                Field = "rows",
                Reason = $"{Count(now.Search.Unexplained)} further result pages held no rows and did not say why; they were taken for the end of the list",
            });
        }

        double[] alike = [.. baseline.Select(b => PageShape.Similarity(b.Search.Shape, now.Search.Shape)).OfType<double>()];
        if (alike.Length > 0 && alike.Max() < 0.5)
        {
            notes.Add(new SiteChange
            {
                Field = "shape",
                Reason = $"the result pages' structure has {Percent(alike.Max())} in common with what it was",
                FillNow = Math.Round(alike.Max(), 3),
            });
        }

        return notes;
    }

    private static (SiteCondition Condition, OutcomeKind? Outcome) Condition(SweepProfile now)
    {
        var searches = Outcomes(now.Search);
        int all = searches.Values.Sum();
        int answered = searches.Where(o => SiteConditions.Of(o.Key) is SiteCondition.Healthy or SiteCondition.Empty).Sum(o => o.Value);
        bool IsTelling(int count, int of) => count > 0 && (answered == 0 || count >= of * Telling || count >= 3);

        SiteCondition[] order = [SiteCondition.Blocked, SiteCondition.Captcha, SiteCondition.Login, SiteCondition.Consent, SiteCondition.Drifted,
            SiteCondition.Gone, SiteCondition.Unreachable];
        var commonest = searches.Where(o => order.Contains(SiteConditions.Of(o.Key))).OrderByDescending(o => o.Value)
            .ThenBy(o => Array.IndexOf(order, SiteConditions.Of(o.Key))).FirstOrDefault();
        if (IsTelling(commonest.Value, all))
        {
            return (SiteConditions.Of(commonest.Key), commonest.Key);
        }

        // Result pages can be read, and the adverts' pages cannot.
        var details = Outcomes(now.Detail);
        SiteCondition[] walls = [SiteCondition.Blocked, SiteCondition.Captcha, SiteCondition.Login, SiteCondition.Consent, SiteCondition.Drifted];
        var wall = details.Where(o => walls.Contains(SiteConditions.Of(o.Key))).OrderByDescending(o => o.Value).FirstOrDefault();
        if (wall.Value >= 2 && wall.Value >= details.Values.Sum() * Telling)
        {
            return (SiteConditions.Of(wall.Key), wall.Key);
        }

        return now.Search.Rows > 0 ? (SiteCondition.Healthy, null)
            : searches.ContainsKey(OutcomeKind.Empty) ? (SiteCondition.Empty, OutcomeKind.Empty)
            : answered > 0 ? (SiteCondition.Healthy, null) : (SiteCondition.NotAsked, searches.Keys.Select(k => (OutcomeKind?)k).FirstOrDefault());
    }

    private static Dictionary<OutcomeKind, int> Outcomes(KindProfile pages) =>
        pages.Outcomes.Where(o => Enum.TryParse<OutcomeKind>(o.Key, out _)).ToDictionary(o => Enum.Parse<OutcomeKind>(o.Key), o => o.Value);

    private static string? Detail(SiteCondition condition, SweepProfile now, IReadOnlyList<SweepProfile> baseline, IReadOnlyList<SiteChange> changes,
        SweepJob? example)
    {
        if (changes.Count > 0)
        {
            string fields = string.Join(", ", changes.Select(c => c.Field).Distinct(StringComparer.Ordinal));
            return now.Search.Rows > 0
                ? $"the definition no longer fits ({fields}); {Count(now.Search.Rows)} rows were read all the same"
                : $"the definition no longer fits ({fields})";
        }

        if (condition is SiteCondition.Empty && baseline.FirstOrDefault(b => b.Search.Rows > 0) is { } fuller)
        {
            string when = fuller.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return $"nothing matched tonight; on {when} there were {Count(fuller.Search.Rows)} rows";
        }

        return condition is SiteCondition.Healthy ? null : example?.Outcome?.Detail
            ?? (example?.Outcome is { } outcome ? OutcomeMeaning.InWords(outcome.Kind) : null);
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => $"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)} %";
}
