using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Pages;

namespace Crawler.Extraction.Learning;

/// <summary>
/// Learns a definition from pages that the generic tiers can read: short selectors that a person would write, proven to read the same. Rules of the
/// draft that still read right are kept, so that a repair changes only what has changed. Does no I/O.
/// </summary>
public sealed class WrapperLearner(TimeProvider time)
{
    private static readonly Dictionary<string, IReadOnlyList<FieldRule>> None = new(StringComparer.Ordinal);

    /// <summary>Learns from result pages and adverts of one site; several of each make the rules surer.</summary>
    /// <param name="draft">What is known already: identity, search address, states. Its rules are tried first.</param>
    /// <param name="pages">Pages as fetched. Those that yield no rows, or are no advert, teach nothing.</param>
    public LearnedWrapper Learn(SiteDefinition draft, IReadOnlyList<LearningPage> pages)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(pages);
        var clock = new FixedClock(time.GetUtcNow());
        var reader = new SiteReader(clock);
        var bare = Bare(draft);
        var results = pages.Where(p => p.Kind == PageKind.Search).Select(p => p.Content)
            .Where(c => reader.ReadSearch(bare, c).State == OutcomeKind.Ok).ToList();
        var adverts = pages.Where(p => p.Kind == PageKind.Detail).Select(p => p.Content)
            .Where(c => reader.ReadDetail(bare, c).State == OutcomeKind.Ok).ToList();

        var parts = new List<LearnedPart>();
        var definition = draft;
        if (results.Count > 0)
        {
            var (search, searchParts) = Search(draft, bare, results, clock.GetUtcNow());
            definition = definition with { Search = search };
            parts.AddRange(searchParts);
        }

        var (detail, detailParts) = new DetailLearner(draft, bare, clock.GetUtcNow())
            .Learn(adverts, [.. results.SelectMany(c => reader.ReadSearch(bare, c).Rows)]);
        definition = definition with { Detail = detail };
        parts.AddRange(detailParts);

        var proof = new WrapperProof(reader, bare);
        (definition, parts) = proof.Prove(definition, parts, results, adverts);
        return new LearnedWrapper
        {
            Definition = definition,
            Parts = parts,
            RowF1 = proof.RowF1(definition, results),
            RowsSeen = results.Sum(c => reader.ReadSearch(bare, c).Rows.Count),
            SearchPages = results.Count,
            DetailPages = adverts.Count,
        };
    }

    /// <summary>The draft without any rule of reading: what the generic tiers go by.</summary>
    public static SiteDefinition Bare(SiteDefinition draft) => draft with
    {
        Search = draft.Search with { Rows = [], Fields = None, NextPage = [] },
        Detail = draft.Detail with { Fields = None, IdFromUrl = null },
        States = new PageStates(),
    };

    private static (SearchDefinition Search, IReadOnlyList<LearnedPart> Parts) Search(SiteDefinition draft, SiteDefinition bare, List<PageContent> results,
        DateTimeOffset now)
    {
        if (results[0].MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return new JsonRowLearner(draft, bare, now).Learn(results);
        }

        var pages = results.Select(c => LearningSearchPage.Of(bare, c, now)).ToList();
        var (search, parts) = new HtmlRowLearner(draft, bare, pages).Learn();
        var (next, part) = NextPageLearner.Learn(draft, pages);
        return (search with { NextPage = next }, [.. parts, part]);
    }
}
