using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Crawler.Contracts.Sites;
using Crawler.Fetching.Pace;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Transport;

/// <summary>One identity per site, kept for the life of the process.</summary>
internal sealed class SiteIdentities(IHostPacer pacer, IHostResolver resolver, IOptions<FetchingOptions> options) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // A proxy has to connect in its turn, and Tor may have to build a circuit first.
    private static readonly TimeSpan ProxyConnectTimeout = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, Lazy<SiteIdentity>> _identities = new(StringComparer.Ordinal);

    public SiteIdentity Of(SiteDefinition site) =>
        _identities.GetOrAdd($"{site.Id} {site.Home.Authority} {site.Access.Via} {site.Access.ProxyName()}", static (_, x) => new Lazy<SiteIdentity>(() => x.self.Create(x.site)), (self: this, site)).Value;

    public void Dispose()
    {
        foreach (var identity in _identities.Values)
        {
            if (identity.IsValueCreated)
            {
                identity.Value.Dispose();
            }
        }
    }

    private SiteIdentity Create(SiteDefinition site)
    {
        var cookies = new CookieContainer();
        var zone = AddressGuard.ZoneOf(site);
        var proxy = ProxyRoute.Of(site, options.Value);
        return new SiteIdentity(() => new HttpMessageInvoker(Handler(site, cookies, zone, proxy), disposeHandler: true), cookies, zone, proxy);
    }

    private SocketsHttpHandler Handler(SiteDefinition site, CookieContainer cookies, AddressZone zone, ProxyRoute? proxy) => new()
    {
        CookieContainer = cookies,
        AllowAutoRedirect = false,
        UseProxy = proxy is not null,
        Proxy = proxy?.Proxy,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = proxy is null ? ConnectTimeout : ProxyConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = Math.Max(2, site.Pace.Concurrency + 1),
        MaxResponseHeadersLength = 128,
        ConnectCallback = (context, cancellationToken) =>
            proxy is null ? ConnectAsync(context, zone, cancellationToken) : proxy.ConnectAsync(context.DnsEndPoint, cancellationToken),
        PlaintextStreamFilter = (context, _) =>
            ValueTask.FromResult<Stream>(new PacedStream(context.PlaintextStream, pacer.Lane(HostName.Of(context.InitialRequestMessage.RequestUri!)))),
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, AddressZone zone, CancellationToken cancellationToken)
    {
        string host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        var open = addresses.Where(a => AddressGuard.Allows(zone, a)).ToArray();
        if (open.Length == 0)
        {
            throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefusedException(host, addresses[0]);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
