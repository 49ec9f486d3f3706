using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Fetching.Login;
using Crawler.Pages;

namespace Crawler.Worker.Jobs;

/// <summary>Asks the reader of pages whether a page is a log-in page.</summary>
internal sealed class LoginPageCheck(ISiteReader reader) : ILoginPageCheck
{
    public bool AsksWhoWeAre(SiteDefinition site, PageKind kind, FetchedPage page)
    {
        var content = new PageContent { Url = page.FinalUrl, Text = page.Text, MediaType = page.MediaType, Status = page.Status };
        var state = kind == PageKind.Search ? reader.ReadSearch(site, content).State : reader.ReadDetail(site, content).State;
        return state == OutcomeKind.LoginRequired;
    }
}
