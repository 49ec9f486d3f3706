using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Pages;

namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>Reads a page's text as the name of a reading that the test laid down.</summary>
internal sealed class PlayedReader : ISiteReader
{
    public Dictionary<string, SearchReading> Searches { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DetailReading> Details { get; } = new(StringComparer.Ordinal);

    public SearchReading ReadSearch(SiteDefinition? site, PageContent page) =>
        Searches.GetValueOrDefault(page.Text) ?? new SearchReading { State = OutcomeKind.Drifted, StateDetail = "nothing laid down" };

    public DetailReading ReadDetail(SiteDefinition? site, PageContent page) =>
        Details.GetValueOrDefault(page.Text) ?? new DetailReading { State = OutcomeKind.Drifted, StateDetail = "nothing laid down" };
}
