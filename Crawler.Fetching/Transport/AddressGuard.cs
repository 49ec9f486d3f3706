using System.Net;
using System.Net.Sockets;
using Crawler.Contracts.Sites;

namespace Crawler.Fetching.Transport;

/// <summary>
/// Keeps what a site sends us to outside: a listing that redirects to an address of the inner network must not be followed there. Judged on the resolved
/// address, at the moment of connecting.
/// </summary>
internal static class AddressGuard
{
    /// <summary>
    /// What a site may reach besides the public internet, judged from how its home is written (a name that merely resolves to an inner address gains
    /// nothing).
    /// </summary>
    public static AddressZone ZoneOf(SiteDefinition site)
    {
        string host = site.Home.IdnHost;
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return AddressZone.Loopback;
        }

        return IPAddress.TryParse(host.Trim('[', ']'), out var address) ? ZoneOf(address) : AddressZone.Public;
    }

    /// <summary>
    /// Public addresses are open to all; loopback and private ones to sites that live in the same zone; link-local, multicast and the rest to none.
    /// </summary>
    public static bool Allows(AddressZone site, IPAddress address)
    {
        var zone = ZoneOf(address);
        return zone == AddressZone.Public || (zone == site && zone != AddressZone.Closed);
    }

    /// <summary>
    /// Why an address may not be asked, as far as it says so itself. Behind a proxy this is all there is to judge: the name is resolved there. Onion names
    /// are never given to a resolver (RFC 7686).
    /// </summary>
    public static string? Objection(SiteDefinition site, SiteIdentity identity, Uri url)
    {
        string host = url.IdnHost.TrimEnd('.');
        if (host.EndsWith(".onion", StringComparison.OrdinalIgnoreCase))
        {
            return site.Access.Via == AccessVia.Tor ? null : $"{host} is an onion service, and {site.Id} is not read through Tor (access: {{via: tor}})";
        }

        if (identity.Proxy is not { } proxy)
        {
            return null;
        }

        bool inner = IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? !Allows(identity.Zone, address)
            : identity.Zone != AddressZone.Loopback && (!host.Contains('.') || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));
        return inner ? $"{host}, beyond the proxy '{proxy.Name}', is not on the public internet" : null;
    }

    public static AddressZone ZoneOf(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return Embedded(address) is { } inner ? ZoneOf(inner) : ZoneOfV6(address);
        }

        Span<byte> b = stackalloc byte[4];
        address.TryWriteBytes(b, out _);
        return b switch
        {
            [127, ..] => AddressZone.Loopback,
            [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..] => AddressZone.Private,
            [0, ..] or [169, 254, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] or [>= 224, ..] => AddressZone.Closed,
            _ => AddressZone.Public,
        };
    }

    private static AddressZone ZoneOfV6(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
        {
            return AddressZone.Loopback;
        }

        if (address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal)
        {
            return AddressZone.Private;
        }

        return address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.IsIPv6Teredo || address.Equals(IPAddress.IPv6Any)
            ? AddressZone.Closed
            : AddressZone.Public;
    }

    /// <summary>The IPv4 address inside a mapped (::ffff:0:0/96), translated (64:ff9b::/96) or 6to4 (2002::/16) one.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        Span<byte> b = stackalloc byte[16];
        address.TryWriteBytes(b, out _);
        if (address.IsIPv4MappedToIPv6 || b is [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..])
        {
            return new IPAddress(b[12..]);
        }

        return b is [0x20, 0x02, ..] ? new IPAddress(b[2..6]) : null;
    }
}

/// <summary>Where an address lies.</summary>
internal enum AddressZone
{
    Public,
    Loopback,

    /// <summary>RFC 1918, RFC 6598 and unique local addresses.</summary>
    Private,

    /// <summary>Open to nobody: link-local (with the cloud's metadata services), multicast, unspecified, benchmarking.</summary>
    Closed,
}

/// <summary>A connection that <see cref="AddressGuard"/> does not allow. An exception only because it has to pass through the HTTP handler.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address)
    : IOException($"{host} is at {address}, which is not on the public internet")
{
}
