using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Extraction.Learning;
using Crawler.Fetching;
using Crawler.Pages;
using Crawler.Sites.Requests;

namespace Crawler.Worker.Probing;

/// <summary>Looks whether a definition still reads its site: one search, two or three adverts, and for what no longer reads a rule that would.</summary>
public sealed class SiteCheckup(IPageFetcher fetcher, ISiteReader reader, TimeProvider time)
{
    private const int Adverts = 2;

    /// <summary>Asks the site.</summary>
    /// <param name="site">The definition.</param>
    /// <param name="query">What to search for. Null: the definition's probe.</param>
    /// <param name="cancellationToken">Ends the checkup.</param>
    public async Task<SiteHealth> LiveAsync(SiteDefinition site, string? query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        string? probe = query ?? site.Health.Probe;
        if (probe is null)
        {
            return Health(site, SiteCondition.NotAsked, "the definition names no probe (health.probe): say what to search for with --query", null);
        }

        var visit = new Visit(fetcher, reader, site, progress: null);
        var page = await visit.FetchAsync(SearchRequest.Of(site, new SearchTarget { Query = probe, Page = 1 }), cancellationToken);
        if (page is not { Kind: OutcomeKind.Ok, Content: { } content })
        {
            return Health(
                site,
                SiteConditions.Of(page.Kind),
                $"a search for '{probe}': {OutcomeMeaning.InWords(page.Kind)}{(page.Detail is { } detail ? $" ({detail})" : "")}",
                page.Url.AbsoluteUri);
        }

        var pages = new List<LearningPage> { new(PageKind.Search, content) };
        var search = reader.ReadSearch(site, content);
        if (search.State == OutcomeKind.Ok)
        {
            foreach (var row in search.Rows.Where(r => !r.Sponsored).Take(Adverts))
            {
                if (DetailUrl.Render(site, row.Id, row.Url) is { } address && await visit.FetchAsync(new FetchRequest { Url = address, Kind = PageKind.Detail }, cancellationToken) is { Kind: OutcomeKind.Ok, Content: { } advert })
                {
                    pages.Add(new LearningPage(PageKind.Detail, advert));
                }
            }
        }

        return Judge(site, pages);
    }

    /// <summary>Judges pages that are at hand.</summary>
    /// <param name="site">The definition.</param>
    /// <param name="pages">Result pages, and adverts.</param>
    public SiteHealth Judge(SiteDefinition site, IReadOnlyList<LearningPage> pages)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(pages);
        var searches = pages.Where(p => p.Kind == PageKind.Search).Select(p => (p.Content, Reading: reader.ReadSearch(site, p.Content))).ToList();
        if (searches.Count == 0)
        {
            return Health(site, SiteCondition.NotAsked, "there is no result page to judge by", null);
        }

        var worst = searches.OrderByDescending(s => OutcomeMeaning.Loudness(s.Reading.State)).First();
        var condition = SiteConditions.Of(worst.Reading.State);
        string url = worst.Content.Url.AbsoluteUri;
        if (condition is not (SiteCondition.Healthy or SiteCondition.Drifted))
        {
            return Health(site, condition, $"{OutcomeMeaning.InWords(worst.Reading.State)} ({worst.Reading.StateDetail})", url);
        }

        var learned = new WrapperLearner(time).Learn(site, pages);
        var changes = new Differences(site, learned, reader, pages).Find();
        int rows = searches.Sum(s => s.Reading.Rows.Count);
        bool drifted = condition == SiteCondition.Drifted || changes.Count > 0;
        string detail = drifted
            ? worst.Reading.StateDetail
                ?? string.Create(
                    CultureInfo.InvariantCulture, $"{changes.Count} {(changes.Count == 1 ? "part reads" : "parts read")} otherwise than the definition says")
            : string.Create(CultureInfo.InvariantCulture, $"{rows} rows read as the definition says");
        return Health(site, drifted ? SiteCondition.Drifted : SiteCondition.Healthy, detail, url) with { Rows = rows, Changes = changes };
    }

    private SiteHealth Health(SiteDefinition site, SiteCondition condition, string detail, string? url) =>
        new() { SiteId = site.Id, Condition = condition, Detail = detail, At = time.GetUtcNow(), DefinitionVersion = site.Version, Url = url };
}
