using System.Net;

namespace Crawler.Worker.Fetching.Http;

/// <summary>How a site knows us: one set of cookies and of connections.</summary>
internal sealed record SiteIdentity(HttpMessageInvoker Invoker, CookieContainer Cookies, AddressZone Zone);
