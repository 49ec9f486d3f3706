using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Crawler.Contracts.Sites;
using Crawler.Worker.Fetching.Pace;

namespace Crawler.Worker.Fetching.Http;

/// <summary>One identity per site, kept for the life of the process.</summary>
internal sealed class SiteIdentities(IHostPacer pacer, IHostResolver resolver) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Lazy<SiteIdentity>> _identities = new(StringComparer.Ordinal);

    public SiteIdentity Of(SiteDefinition site) =>
        _identities.GetOrAdd($"{site.Id} {site.Home.Authority}", static (_, x) => new Lazy<SiteIdentity>(() => x.self.Create(x.site)), (self: this, site)).Value;

    public void Dispose()
    {
        foreach (var identity in _identities.Values)
        {
            if (identity.IsValueCreated)
            {
                identity.Value.Invoker.Dispose();
            }
        }
    }

    private SiteIdentity Create(SiteDefinition site)
    {
        var cookies = new CookieContainer();
        var zone = AddressGuard.ZoneOf(site);
        var handler = new SocketsHttpHandler
        {
            CookieContainer = cookies,
            AllowAutoRedirect = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = Math.Max(2, site.Pace.Concurrency + 1),
            MaxResponseHeadersLength = 128,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context, zone, cancellationToken),
            PlaintextStreamFilter = (context, _) =>
                ValueTask.FromResult<Stream>(new PacedStream(context.PlaintextStream, pacer.Lane(HostName.Of(context.InitialRequestMessage.RequestUri!)))),
        };
        return new SiteIdentity(new HttpMessageInvoker(handler, disposeHandler: true), cookies, zone);
    }

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
