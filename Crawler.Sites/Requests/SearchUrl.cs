using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Sites.Templating;

namespace Crawler.Sites.Requests;

/// <summary>The address of a result page, from the site's template.</summary>
public static class SearchUrl
{
    internal static readonly string[] Placeholders = ["query", "page", "offset", "cursor"];

    /// <summary>Renders the template.</summary>
    /// <param name="site">Whose search.</param>
    /// <param name="query">As the analyst wrote it; encoded here.</param>
    /// <param name="page">1 for the first page, whatever the site counts from.</param>
    /// <param name="cursor">What the page before gave to go on with. Null: this is the first page, or the site has no cursor.</param>
    /// <exception cref="UriFormatException">The template makes no address; the loader refuses such templates.</exception>
    public static Uri Render(SiteDefinition site, string query, int page, string? cursor = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Uri(site.Home, Templates.Render(site.Search.Url, Placeholders, name => Value(site.Search, name, query, page, cursor)));
    }

    /// <summary>Whether the site can be asked for pages after the first by their number.</summary>
    public static bool CountsPages(SiteDefinition site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return CountsPages(site.Search);
    }

    internal static bool CountsPages(SearchDefinition search) => Uses(search, "page") || Uses(search, "offset");

    /// <summary>Whether the address or what is posted holds the placeholder.</summary>
    internal static bool Uses(SearchDefinition search, string name) => Templates.Uses(search.Url, name, Placeholders) || SearchBody.Uses(search.Post, name);

    internal static string? Value(SearchDefinition search, string name, string query, int page, string? cursor) => name switch
    {
        "page" => (search.FirstPage + page - 1).ToString(CultureInfo.InvariantCulture),
        "offset" => ((page - 1) * search.PageSize).ToString(CultureInfo.InvariantCulture),
        "cursor" => cursor,
        _ => query,
    };
}
