using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Html;
using Crawler.Extraction.Json;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.States;
using Crawler.Extraction.Structured;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Readers;

/// <summary>Reads an HTML result page tier by tier.</summary>
internal static class SearchReader
{
    public static SearchReading Read(SiteDefinition? site, PageFeatures features, int status)
    {
        var page = features.Page;
        if (PageStateClassifier.ByDefinition(site, page, detail: false) is { } marked)
        {
            return Without(marked);
        }

        bool ruled = site is { Search.Rows.Count: > 0 };
        IReadOnlyList<RowDraft> rows = ruled ? Defined(site!, features) : [];
        int? defined = ruled ? rows.Count : null;
        double quality = 1;
        if (rows.Count == 0)
        {
            if (ruled && DefinitionStates.Empty(site!.States, page) is { } empty)
            {
                return Without(empty) with { DefinedRows = 0 };
            }

            // A row rule that fits nothing is drift, and is reported as such; the rows need not be lost for it.
            (rows, quality) = Generic(features);
            rows = ruled ? quality < SearchWeights.LeastFallbackQuality ? [] : Named(site!, rows) : rows;
        }

        if (rows.Count == 0)
        {
            return Without(PageStateClassifier.WithoutRows(site, page, features.Regions, status,
                ruled ? Drift(site!) : "no rows were found")) with
            { DefinedRows = defined };
        }

        if ((quality < SearchWeights.WeakQuality || Related(features, rows))
            && PageStateClassifier.DoubtfulRows(site, page, features.Regions, status) is { } doubt)
        {
            return Without(doubt) with { DefinedRows = defined };
        }

        var next = Next(site, page, saved: defined is 0);
        return new SearchReading
        {
            State = OutcomeKind.Ok,
            Rows = [.. rows.Select(r => r.ToRow())],
            NextPage = next?.Url,
            NextPageTier = next?.Tier,
            Cursor = Cursor(site, page),
            DefinedRows = defined,
        };
    }

    /// <summary>Rows by selector; fields without a rule, or whose rule fits no row at all, by the other tiers.</summary>
    private static List<RowDraft> Defined(SiteDefinition site, PageFeatures features)
    {
        var rows = DefinitionRows.OfHtml(site, features.Page);
        int[] members = [.. rows.Select(r => r.Node).Where(n => n >= 0).Distinct().Order()];
        if (members.Length == rows.Count && rows.Count > 0)
        {
            var fields = new RowFields(features, members);
            var generic = fields.Complete(fields.Read()).ToDictionary(r => r.Node);
            var dead = DeadFields(site, rows);
            bool IsOpen(string field) => !site.Search.Fields.ContainsKey(field) || dead.Contains(field);
            foreach (var row in rows)
            {
                if (generic.TryGetValue(row.Node, out var found))
                {
                    row.FillFrom(found, IsOpen);
                }
            }

            RowMerge.Fill(rows, Structured(features), IsOpen);
        }

        return [.. rows.Where(DefinitionRows.IsRow)];
    }

    /// <summary>Rows found by structure under the ids that the site's definition gives them: what was known before is then known again.</summary>
    private static IReadOnlyList<RowDraft> Named(SiteDefinition site, IReadOnlyList<RowDraft> rows)
    {
        if (site.Detail.IdFromUrl is not null)
        {
            foreach (var row in rows)
            {
                if (row.Url is { } url && ListingIdentity.IdFromUrl(site, new Uri(url)) is { } id)
                {
                    row.Rename(id, Tiers.Address);
                }
            }
        }

        return rows;
    }

    private static HashSet<string> DeadFields(SiteDefinition site, IReadOnlyList<RowDraft> rows) =>
        [.. site.Search.Fields.Keys.Where(f => rows.All(r => r.TierOf(f) is null))];

    /// <summary>Rows by structure and by the data behind the page, without any definition.</summary>
    public static (IReadOnlyList<RowDraft> Rows, double Quality) Generic(PageFeatures features)
    {
        var page = features.Page;
        var pattern = ListingPattern.Find(features);
        var structured = Structured(features);
        int matched = RowMerge.Enrich(pattern.Rows, structured);
        var rows = pattern.Rows;
        double quality = pattern.Quality;
        bool same = matched >= rows.Count * SearchWeights.MostlyMatched;
        if (structured.Count >= 3 && structured.Count > rows.Count * SearchWeights.ManyMore && matched * 10 < structured.Count * 8
            && (same || quality < SearchWeights.DoubtfulQuality))
        {
            (rows, quality) = (same ? [.. rows, .. Missing(rows, structured)] : structured, SearchWeights.StructuredQuality);
        }

        if ((rows.Count == 0 && (SingleRow.IsAnnounced(features) || Sentences.Empty(page, features.Regions) is null))
            || (rows.Count > 0 && Related(features, rows) && Sentences.Empty(page, features.Regions) is null))
        {
            (rows, quality) = SingleRow.Find(features) is { } single ? ([single], SearchWeights.StructuredQuality) : (rows, quality);
        }

        if (NeedsState(rows))
        {
            (rows, quality) = WithState(page, rows, quality);
        }

        return (rows, quality);
    }

    /// <summary>What JSON-LD, else microdata, say of the rows.</summary>
    private static IReadOnlyList<RowDraft> Structured(PageFeatures features)
    {
        var page = features.Page;
        var linked = StructuredRows.Read(JsonLd.Read(page.Document), page.Address, page.Prices, page.Dates);
        return linked.Count > 0
            ? linked
            : StructuredRows.Read([.. Microdata.Read(page).Where(t => features.Regions[t.Node] != Region.Related).Select(t => t.Thing)], page.Address,
                page.Prices, page.Dates);
    }

    /// <summary>Rows lack something that the data behind the page may know.</summary>
    private static bool NeedsState(IReadOnlyList<RowDraft> rows) =>
        rows.Count == 0 || rows.Count(r => r.Image is null || r.Price is null || r.Location is null || TitleIsCut(r)) * 10 > rows.Count;

    private static bool TitleIsCut(RowDraft row) => row.Title is { } title && Values.TitleText.IsCut(title);

    private static (IReadOnlyList<RowDraft> Rows, double Quality) WithState(HtmlPage page, IReadOnlyList<RowDraft> rows, double quality)
    {
        foreach (var document in EmbeddedJson.Read(page))
        {
            var state = JsonListings.Find(document, Tiers.State, page.Address, page.Prices, page.Dates, page.Budget);
            if (state.Count < 2)
            {
                continue;
            }

            int matched = RowMerge.Enrich(rows, state);
            if (matched * 2 >= Math.Min(rows.Count, state.Count) && matched > 0)
            {
                var missing = Missing(rows, state).Where(r => r is { Url: not null }).ToList();
                return (state.Count > rows.Count ? [.. rows, .. missing] : rows, Math.Max(quality, SearchWeights.StateQuality));
            }

            bool richer = state.Count(r => r is { Url: not null, Price: not null } or { Url: not null, Image: not null }) * 2 > state.Count;
            if (quality < SearchWeights.WeakQuality && (richer || rows.Count == 0) && state.Count(r => r.Url is not null) * 2 > state.Count)
            {
                return (state, SearchWeights.StateQuality);
            }
        }

        return (rows, quality);
    }

    private static IEnumerable<RowDraft> Missing(IReadOnlyList<RowDraft> rows, IReadOnlyList<RowDraft> others)
    {
        var urls = rows.Select(r => r.Url).ToHashSet(StringComparer.Ordinal);
        var ids = rows.Select(r => r.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return others.Where(o => !urls.Contains(o.Url) && (o.Id is null || !ids.Contains(o.Id))
            && (o.Url is null || ListingIdentity.IdFromUrl(o.Url) is not { } id || !ids.Contains(id)));
    }

    /// <param name="site">Null: no definition.</param>
    /// <param name="page">The page.</param>
    /// <param name="saved">The rows were not found by the definition: its rule for the next page need not be right either.</param>
    private static (Uri Url, string Tier)? Next(SiteDefinition? site, HtmlPage page, bool saved)
    {
        if (site is { Search.NextPage.Count: > 0 } && page.Document.DocumentElement is { } root)
        {
            var next = new HtmlRuleSource(page, root).First(site.Search.NextPage, FieldWant.Address) is { } value
                && page.Address.Resolve(value.Text) is { } url ? (url, Tiers.Definition) : ((Uri, string)?)null;
            if (next is not null || !saved)
            {
                return next;
            }
        }

        return NextPageLink.Find(page);
    }

    private static string? Cursor(SiteDefinition? site, HtmlPage page) =>
        site is { Search.Cursor.Count: > 0 } && page.Document.DocumentElement is { } root
            ? new HtmlRuleSource(page, root).First(site.Search.Cursor, FieldWant.Text)?.Text
            : null;

    private static string Drift(SiteDefinition site) =>
        $"the row selector '{string.Join("', '", site.Search.Rows)}' fits nothing, and structure shows no rows either";

    /// <summary>The rows are "similar" or "popular items": what a page offers when it has nothing.</summary>
    private static bool Related(PageFeatures features, IReadOnlyList<RowDraft> rows)
    {
        if (rows.Count(r => r.Node >= 0 && features.Regions[r.Node] == Region.Related) * 2 > rows.Count)
        {
            return true;
        }

        if (rows[0].Node < 0)
        {
            return false;
        }

        for (int i = rows[0].Node - 1, steps = 0; i >= 0 && steps < 40; i--, steps++)
        {
            if (TitleColumns.IsHeading(features.Tree.Nodes[i].Tag) && Heads(features.Tree, i, rows[0].Node)
                && features.Tree.ShortText(i, 120) is { Length: > 2 } heading)
            {
                return Regions.SaysSuggestion(heading);
            }
        }

        return false;
    }

    /// <summary>The heading stands in a box that also holds the node: it is not that of a box before.</summary>
    private static bool Heads(PageTree tree, int heading, int node)
    {
        int at = heading;
        while (tree.Nodes[at].Parent > 0 && tree.Nodes[tree.Nodes[at].Parent].End == tree.Nodes[at].End)
        {
            at = tree.Nodes[at].Parent;
        }

        return tree.Nodes[at].Parent < 0 || tree.IsWithin(node, tree.Nodes[at].Parent);
    }

    private static SearchReading Without(PageVerdict verdict) => new() { State = verdict.Kind, StateDetail = verdict.Detail };
}
