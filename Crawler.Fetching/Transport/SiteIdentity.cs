using System.Collections.Concurrent;
using System.Net;

namespace Crawler.Fetching.Transport;

/// <summary>How a site knows us: one set of cookies and of connections.</summary>
internal sealed class SiteIdentity(Func<HttpMessageInvoker> connect, CookieContainer cookies, AddressZone zone, ProxyRoute? proxy) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<HttpMessageInvoker>> _invokers = new(StringComparer.Ordinal);

    public CookieContainer Cookies => cookies;

    public AddressZone Zone => zone;

    /// <summary>Null: direct.</summary>
    public ProxyRoute? Proxy => proxy;

    /// <summary>
    /// Who sends a request. Where a proxy's connections carry requests for many hosts each host has connections of its own: pace is kept per connection.
    /// </summary>
    public HttpMessageInvoker InvokerFor(Uri url) =>
        _invokers.GetOrAdd(proxy?.SharesConnections == true ? url.Authority : "", static (_, make) => new Lazy<HttpMessageInvoker>(make), connect).Value;

    public void Dispose()
    {
        foreach (var invoker in _invokers.Values.Where(i => i.IsValueCreated))
        {
            invoker.Value.Dispose();
        }
    }
}
