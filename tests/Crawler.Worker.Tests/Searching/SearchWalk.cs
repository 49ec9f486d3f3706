using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Fetching;
using Crawler.Fetching.Tests.Support;
using Crawler.Pages;
using Crawler.Worker.Jobs;

namespace Crawler.Worker.Tests.Searching;

/// <summary>A search from its first page to its last, as the search handler goes: request, fetch, read, next.</summary>
internal static class SearchWalk
{
    private const int MostPages = 10;

    /// <returns>The ids of all rows, page by page.</returns>
    public static async Task<IReadOnlyList<string>> IdsAsync(FetchingRig rig, SiteDefinition site, string query, CancellationToken cancellationToken)
    {
        var reader = new SiteReader(TimeProvider.System);
        var pages = new List<string>();
        SearchTarget? target = new() { Query = query, Page = 1 };
        while (target is not null && pages.Count < MostPages)
        {
            var outcome = await rig.Get<IPageFetcher>().FetchAsync(site, SearchRequest.Of(site, target), cancellationToken);
            var page = (outcome as FetchOutcome.Ok)?.Page;
            Assert.That(page, Is.Not.Null, $"page {target.Page}: {outcome}");
            var reading = reader.ReadSearch(
                site, new PageContent { Url = page!.FinalUrl, Text = page.Text, MediaType = page.MediaType, Status = page.Status });
            if (reading.State != OutcomeKind.Ok)
            {
                pages.Add(reading.State.ToString());
                break;
            }

            pages.Add(string.Join(' ', reading.Rows.Select(r => r.Id)));
            target = NextSearch.After(site, target, reading, page);
        }

        return pages;
    }
}
