using Crawler.Contracts.Sites;

namespace Crawler.Ledger.Workers;

/// <summary>Whose host is whose: a site's own are those that its addresses name, and what lies below them (<c>www.</c>, <c>search.</c>).</summary>
internal sealed class SiteHosts
{
    private readonly Dictionary<string, List<HostPace>> _bySite = new(StringComparer.Ordinal);
    private readonly List<HostPace> _others = [];

    /// <summary>Hosts that no site's addresses name.</summary>
    public IReadOnlyList<HostPace> Others => _others;

    public static SiteHosts Sort(IEnumerable<SiteDefinition> sites, IEnumerable<HostPace> paces)
    {
        var owners = sites.SelectMany(s => Roots(s).Select(root => (Root: root, s.Id))).ToLookup(o => o.Root, o => o.Id, StringComparer.Ordinal);
        var sorted = new SiteHosts();
        foreach (var pace in paces)
        {
            var of = Names(pace.Host).Select(name => owners[name]).FirstOrDefault(ids => ids.Any());
            if (of is null)
            {
                sorted._others.Add(pace);
                continue;
            }

            foreach (string site in of)
            {
                sorted.Add(site, pace);
            }
        }

        return sorted;
    }

    public IReadOnlyList<HostPace> Of(string siteId) => _bySite.TryGetValue(siteId, out var hosts) ? hosts : [];

    private void Add(string site, HostPace pace)
    {
        if (!_bySite.TryGetValue(site, out var hosts))
        {
            _bySite[site] = hosts = [];
        }

        hosts.Add(pace);
    }

    /// <summary>A host by name alone, without <c>www.</c>; an address of numbers with its port, for many sites may share it.</summary>
    private static IEnumerable<string> Roots(SiteDefinition site) =>
        new[] { "", site.Search.Url, site.Detail.Url ?? "" }
            .Select(address => Uri.TryCreate(site.Home, address, out var url) ? url : site.Home)
            .Select(url => HasName(url) ? Bare(url.IdnHost.ToLowerInvariant()) : $"{url.IdnHost.ToLowerInvariant()}:{url.Port}")
            .Distinct(StringComparer.Ordinal);

    private static bool HasName(Uri url) => url.HostNameType is UriHostNameType.Dns && url.IdnHost.Contains('.', StringComparison.Ordinal);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>host:port, then the name, then what it lies below, nearest first.</summary>
    private static IEnumerable<string> Names(string hostAndPort)
    {
        yield return hostAndPort;
        int colon = hostAndPort.LastIndexOf(':');
        for (string? name = colon < 0 ? hostAndPort : hostAndPort[..colon]; name is not null; name = Above(name))
        {
            yield return name;
        }
    }

    private static string? Above(string name) => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[(dot + 1)..] : null;
}
