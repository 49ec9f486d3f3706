using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Files;

/// <summary>The section <c>access</c> of a site file.</summary>
internal static class AccessSection
{
    public static AccessPolicy Read(YamlSection section, Uri home, YamlErrors errors)
    {
        var access = new AccessPolicy { Via = section.Choice("via", AccessVia.Direct), Proxy = section.Text("proxy") };
        if (access is { Via: AccessVia.Proxy, Proxy: null })
        {
            errors.Add(section.Value("via") ?? section.Node,
                "access.via: proxy needs access.proxy, the name of a proxy in the worker's settings (Fetching:Proxies)");
        }
        else if (access is { Via: AccessVia.Direct, Proxy: not null })
        {
            errors.Add(section.Value("proxy")!, "access.proxy is named but not used: add via: proxy (or via: tor)");
        }
        else if (access.Via != AccessVia.Tor && home.IdnHost.EndsWith(".onion", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(section.Node, $"home: {home.IdnHost} is an onion service, which is reached through Tor only: add access: {{via: tor}}");
        }

        return access;
    }
}
