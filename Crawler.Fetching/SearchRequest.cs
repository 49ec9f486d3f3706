using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Pages;
using Crawler.Sites.Requests;

namespace Crawler.Fetching;

/// <summary>The request for a result page: at the address that the page before named, else as the site's definition says.</summary>
public static class SearchRequest
{
    public static FetchRequest Of(SiteDefinition site, SearchTarget target)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(target);
        return target.Url is { } given
            ? new FetchRequest { Url = new Uri(given), Kind = PageKind.Search }
            : new FetchRequest
            {
                Url = SearchUrl.Render(site, target.Query, target.Page, target.Cursor),
                Kind = PageKind.Search,
                Post = SearchBody.Render(site, target.Query, target.Page, target.Cursor),
            };
    }
}
