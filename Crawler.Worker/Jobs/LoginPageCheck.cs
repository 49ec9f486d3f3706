using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Fetching.Login;
using Crawler.Pages;

namespace Crawler.Worker.Jobs;

/// <summary>Asks the reader of pages whether a page is a log-in page. The handler that gets the page gets the same reading.</summary>
internal sealed class LoginPageCheck(PageReadings readings) : ILoginPageCheck
{
    public bool AsksWhoWeAre(SiteDefinition site, PageKind kind, FetchedPage page)
    {
        var state = kind == PageKind.Search ? readings.ReadSearch(site, page).State : readings.ReadDetail(site, page).State;
        return state == OutcomeKind.LoginRequired;
    }
}
