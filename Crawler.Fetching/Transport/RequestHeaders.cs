using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Pages;

namespace Crawler.Fetching.Transport;

/// <summary>What requests say of themselves.</summary>
internal static class RequestHeaders
{
    // What the runtime can undo. Zstandard is not among it.
    private const string Encodings = "gzip, deflate, br";

    private static readonly HashSet<string> NotForSites = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Transfer-Encoding", "User-Agent", "Accept-Encoding", "Authorization", "Proxy-Authorization", "Cookie", "Range",
    };

    public static IReadOnlyList<KeyValuePair<string, string>> For(SiteDefinition site, FetchRequest request, FetchingOptions options)
    {
        var kind = request.Kind;
        var headers = Basic(options);
        headers["Accept"] = kind == PageKind.Image
            ? "image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9"
            : site.Search.Format == PageFormat.Json && kind == PageKind.Search
                ? "application/json,text/html;q=0.5"
                : "text/html,application/xhtml+xml,application/json;q=0.8,*/*;q=0.5";
        headers["Accept-Language"] = Languages(site);
        foreach (var (name, value) in site.Fetch.Headers)
        {
            if (!NotForSites.Contains(name))
            {
                headers[name] = value;
            }
        }

        if (request.Referrer is { } referrer)
        {
            headers["Referer"] = referrer.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
            headers["Origin"] = referrer.GetLeftPart(UriPartial.Authority);
        }

        if (request.Post is { } post)
        {
            headers["Content-Type"] = post.MediaType;
        }

        return [.. headers];
    }

    public static IReadOnlyList<KeyValuePair<string, string>> ForRobots(FetchingOptions options)
    {
        var headers = Basic(options);
        headers["Accept"] = "text/plain,*/*;q=0.5";
        return [.. headers];
    }

    /// <summary>For a file or data call of a rendered page; <paramref name="fromPage"/> are the headers its scripts set.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ForResource(
        SiteDefinition site, IEnumerable<KeyValuePair<string, string>> fromPage, FetchingOptions options)
    {
        var headers = Basic(options);
        headers["Accept"] = "*/*";
        foreach (var (name, value) in fromPage)
        {
            if (!NotForSites.Contains(name) && !name.StartsWith("sec-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith(':'))
            {
                headers[name] = value;
            }
        }

        headers["Accept-Language"] = Languages(site);
        return [.. headers];
    }

    /// <summary>The site's languages in order, English last: <c>nl,fr;q=0.9,en;q=0.8</c>.</summary>
    public static string Languages(SiteDefinition site)
    {
        var languages = site.Languages.Append("en").Distinct(StringComparer.OrdinalIgnoreCase).Take(9);
        return string.Join(',', languages.Select((l, i) => i == 0 ? l : string.Create(CultureInfo.InvariantCulture, $"{l};q={1 - (0.1 * i):0.0}")));
    }

    private static Dictionary<string, string> Basic(FetchingOptions options) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["User-Agent"] = options.EffectiveUserAgent,
        ["Accept-Encoding"] = Encodings,
    };
}
