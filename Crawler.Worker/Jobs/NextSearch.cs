using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Sites.Requests;

namespace Crawler.Worker.Jobs;

/// <summary>How a search goes on after a page with rows.</summary>
internal static class NextSearch
{
    /// <returns>Null: this was the last page.</returns>
    public static SearchTarget? After(SiteDefinition site, SearchTarget search, SearchReading reading, FetchedPage page) => site.Search.Paging switch
    {
        Paging.None or Paging.Scroll or Paging.More => null,
        Paging.Link => ByLink(search, reading.NextPage, page),
        Paging.Number => ByNumber(site, search, reading),
        Paging.Cursor => ByCursor(search, reading),
        Paging.LinkHeader => ByLink(search, LinkHeader.Next(page), page),
        _ => ByLink(search, reading.NextPage, page) ?? ByCursor(search, reading) ?? ByNumber(site, search, reading),
    };

    private static SearchTarget? ByLink(SearchTarget search, Uri? link, FetchedPage page) =>
        link is not null && link != page.FinalUrl ? search with { Page = search.Page + 1, Url = link.AbsoluteUri, Cursor = null } : null;

    // A cursor that stays what it was would ask for the same page for ever.
    private static SearchTarget? ByCursor(SearchTarget search, SearchReading reading) =>
        reading.Cursor is { } cursor && cursor != search.Cursor ? search with { Page = search.Page + 1, Url = null, Cursor = cursor } : null;

    private static SearchTarget? ByNumber(SiteDefinition site, SearchTarget search, SearchReading reading) =>
        SearchUrl.CountsPages(site) && reading.Rows.Count(r => !r.Sponsored) >= site.Search.PageSize
            ? search with { Page = search.Page + 1, Url = null, Cursor = null }
            : null;
}
