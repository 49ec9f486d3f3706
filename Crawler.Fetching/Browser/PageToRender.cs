using Crawler.Contracts.Sites;

namespace Crawler.Fetching.Browser;

/// <summary>A page that the browser is to put together.</summary>
/// <param name="Main">The document as it came over HTTP.</param>
internal sealed record PageToRender(SiteDefinition Site, FetchRequest Request, FetchedPage Main);
