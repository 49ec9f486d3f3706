using System.Collections.Concurrent;
using Crawler.Contracts.Sites;
using Crawler.Extraction;
using Crawler.Pages;

namespace Crawler.Worker.Tests.Login;

/// <summary>Reads as <paramref name="inner"/> does and remembers each page that it was given.</summary>
internal sealed class CountingReader(ISiteReader inner) : ISiteReader
{
    private readonly ConcurrentQueue<string> _read = [];

    /// <summary>The paths of the pages, in the order of the readings.</summary>
    public IReadOnlyList<string> Read => [.. _read];

    public SearchReading ReadSearch(SiteDefinition? site, PageContent page)
    {
        _read.Enqueue(page.Url.AbsolutePath);
        return inner.ReadSearch(site, page);
    }

    public DetailReading ReadDetail(SiteDefinition? site, PageContent page)
    {
        _read.Enqueue(page.Url.AbsolutePath);
        return inner.ReadDetail(site, page);
    }
}
