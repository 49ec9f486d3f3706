using System.Net;
using System.Net.Sockets;
using Crawler.Contracts.Sites;

namespace Crawler.Fetching.Transport;

/// <summary>The proxy that a site is reached through. Names are resolved there, never here.</summary>
internal sealed class ProxyRoute
{
    private ProxyRoute(string name, Uri address, IWebProxy proxy)
    {
        Name = name;
        Address = address;
        Proxy = proxy;
    }

    /// <summary>Its name in the settings.</summary>
    public string Name { get; }

    public Uri Address { get; }

    public IWebProxy Proxy { get; }

    /// <summary>An HTTP proxy takes plain requests for different hosts over one connection.</summary>
    public bool SharesConnections => Address.Scheme is "http" or "https";

    /// <summary>Null: the site is reached directly.</summary>
    /// <exception cref="InvalidOperationException">The settings do not name the proxy; <see cref="Missing"/> says so beforehand.</exception>
    public static ProxyRoute? Of(SiteDefinition site, FetchingOptions options)
    {
        if (site.Access.ProxyName() is not { } name)
        {
            // A definition that wants a proxy but names none must not go out directly.
            return site.Access.Via == AccessVia.Direct ? null : throw new InvalidOperationException($"site {site.Id} names no proxy");
        }

        if (!options.Proxies.TryGetValue(name, out string? text) || !Uri.TryCreate(text, UriKind.Absolute, out var full))
        {
            throw new InvalidOperationException(Missing(site, options) ?? $"Fetching:Proxies:{name} is no address");
        }

        var address = new UriBuilder(full) { UserName = "", Password = "" }.Uri;
        return new ProxyRoute(name, address, new WebProxy(address) { Credentials = Credentials(site, full) });
    }

    /// <summary>What is missing in the settings for the site to be asked; null: nothing.</summary>
    public static string? Missing(SiteDefinition site, FetchingOptions options)
    {
        if (site.Access.Via == AccessVia.Direct)
        {
            return null;
        }

        string? name = site.Access.ProxyName();
        return name is not null && options.Proxies.ContainsKey(name)
            ? null
            : $"not asked: {site.Id} is to be reached through the proxy '{name}', which this worker's settings do not name; set Fetching:Proxies:{name}, for example to socks5://127.0.0.1:9050";
    }

    /// <summary>A connection to the proxy itself.</summary>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            throw new ProxyUnreachableException(Name, fault);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Tor gives streams with different user names different circuits (IsolateSOCKSAuth), so that sites do not see one another's visits.
    private static NetworkCredential? Credentials(SiteDefinition site, Uri address)
    {
        string[] info = address.UserInfo.Split(':', 2);
        return info is [{ Length: > 0 } user, ..]
            ? new NetworkCredential(Uri.UnescapeDataString(user), info.Length > 1 ? Uri.UnescapeDataString(info[1]) : "")
            : site.Access.Via == AccessVia.Tor ? new NetworkCredential(site.Id, site.Id) : null;
    }
}

/// <summary>The proxy itself does not answer. An exception only because it has to pass through the HTTP handler.</summary>
internal sealed class ProxyUnreachableException(string name, SocketException fault)
    : IOException($"the proxy '{name}' does not answer: {fault.SocketErrorCode}", fault)
{
}
