using System.Runtime.CompilerServices;
using Crawler.Contracts.Sites;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Pages;

namespace Crawler.Worker.Jobs;

/// <summary>Reads fetched pages, each once: the log-in check and the handler of the job see the same reading. It is kept for as long as the page is.</summary>
internal sealed class PageReadings(ISiteReader reader)
{
    private readonly ConditionalWeakTable<FetchedPage, object> _made = [];

    /// <summary>The rows of a search page, as <see cref="ISiteReader.ReadSearch"/>.</summary>
    public SearchReading ReadSearch(SiteDefinition site, FetchedPage page) => Once(site, page, reader.ReadSearch);

    /// <summary>An advert's own page, as <see cref="ISiteReader.ReadDetail"/>.</summary>
    public DetailReading ReadDetail(SiteDefinition site, FetchedPage page) => Once(site, page, reader.ReadDetail);

    private T Once<T>(SiteDefinition site, FetchedPage page, Func<SiteDefinition, PageContent, T> read)
        where T : class
    {
        if (_made.TryGetValue(page, out object? made) && made is Made<T> before && ReferenceEquals(before.Site, site))
        {
            return before.Reading;
        }

        var reading = read(site, new PageContent { Url = page.FinalUrl, Text = page.Text, MediaType = page.MediaType, Status = page.Status });
        _made.AddOrUpdate(page, new Made<T>(site, reading));
        return reading;
    }

    /// <param name="Site">By whose definition: another one may read the page in another way.</param>
    /// <param name="Reading">What it gave.</param>
    private sealed record Made<T>(SiteDefinition Site, T Reading);
}
