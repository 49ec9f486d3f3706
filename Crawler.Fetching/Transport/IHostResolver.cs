using System.Net;

namespace Crawler.Fetching.Transport;

/// <summary>Turns host names into addresses.</summary>
internal interface IHostResolver
{
    /// <summary>All addresses of a name.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name is not known.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}

internal sealed class SystemResolver : IHostResolver
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
}
