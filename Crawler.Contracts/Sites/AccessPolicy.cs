namespace Crawler.Contracts.Sites;

/// <summary>The way to a site. There is no fallback: a site that is to be reached through a proxy is never asked directly.</summary>
public sealed record AccessPolicy
{
    /// <summary>Default <see cref="AccessVia.Direct"/>.</summary>
    public AccessVia Via { get; init; } = AccessVia.Direct;

    /// <summary>
    /// Name of a proxy in the worker's settings (<c>Fetching:Proxies</c>). Null: none, or with <see cref="AccessVia.Tor"/> the one named <c>tor</c>.
    /// </summary>
    public string? Proxy { get; init; }

    /// <summary>The proxy that all requests go through. Null: direct.</summary>
    public string? ProxyName() => Via switch
    {
        AccessVia.Tor => Proxy ?? "tor",
        AccessVia.Proxy => Proxy,
        _ => null,
    };
}

/// <summary>How requests reach a site.</summary>
public enum AccessVia
{
    Direct,

    /// <summary>Through a proxy of the worker's settings.</summary>
    Proxy,

    /// <summary>Through a Tor client (SOCKS5, names resolved there), with a circuit of its own for the site.</summary>
    Tor,
}
