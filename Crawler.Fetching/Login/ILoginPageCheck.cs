using Crawler.Contracts.Sites;
using Crawler.Pages;

namespace Crawler.Fetching.Login;

/// <summary>Tells a page that asks for a log-in from the page that was wanted. Fetching knows no page's words; who reads pages answers.</summary>
public interface ILoginPageCheck
{
    /// <summary>Whether the page is for someone who has not signed in.</summary>
    bool AsksWhoWeAre(SiteDefinition site, PageKind kind, FetchedPage page);
}
