using Crawler.Contracts.Sites;
using Crawler.Sites.Templating;

namespace Crawler.Sites.Requests;

/// <summary>The address to fetch for an advert: the row's own, or the one the site's template makes of its id (a JSON API, for instance).</summary>
public static class DetailUrl
{
    internal static readonly string[] Placeholders = ["id"];

    /// <summary>Null when there is neither a usable row address nor a template with an id to put in.</summary>
    public static Uri? Render(SiteDefinition site, string? siteListingId, string? rowUrl)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (site.Detail.Url is { } template && siteListingId is { } id)
        {
            return Uri.TryCreate(site.Home, Templates.Render(template, Placeholders, _ => id), out var made) ? made : null;
        }

        return Uri.TryCreate(site.Home, rowUrl, out var address) ? address : null;
    }
}
