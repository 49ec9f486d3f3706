using System.Globalization;
using Crawler.Contracts.Sites;

namespace Crawler.Worker.Sites;

/// <summary>The address of a result page, from the site's template.</summary>
public static class SearchUrl
{
    internal static readonly string[] Placeholders = ["query", "page", "offset"];

    /// <summary>Renders the template.</summary>
    /// <param name="site">Whose search.</param>
    /// <param name="query">As the analyst wrote it; encoded here.</param>
    /// <param name="page">1 for the first page, whatever the site counts from.</param>
    /// <exception cref="UriFormatException">The template makes no address; the loader refuses such templates.</exception>
    public static Uri Render(SiteDefinition site, string query, int page)
    {
        ArgumentNullException.ThrowIfNull(site);
        var search = site.Search;
        string address = Templates.Render(search.Url, name => name switch
        {
            "page" => (search.FirstPage + page - 1).ToString(CultureInfo.InvariantCulture),
            "offset" => ((page - 1) * search.PageSize).ToString(CultureInfo.InvariantCulture),
            _ => query,
        });
        return new Uri(site.Home, address);
    }

    /// <summary>Whether the template can name pages after the first.</summary>
    public static bool CountsPages(SiteDefinition site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Search.Url.Contains("{page", StringComparison.Ordinal) || site.Search.Url.Contains("{offset", StringComparison.Ordinal);
    }
}
