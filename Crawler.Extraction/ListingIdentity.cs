using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Pages.Addresses;

namespace Crawler.Extraction;

/// <summary>What makes two sightings the same advert: the site and its own id, else the canonical address.</summary>
public static partial class ListingIdentity
{
    /// <summary>The listing id.</summary>
    /// <param name="site">Whose listing.</param>
    /// <param name="id">The site's own id. Null: looked for in the address.</param>
    /// <param name="url">The advert's address, canonical or not.</param>
    public static string For(SiteDefinition site, string? id, Uri url)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(url);
        return Listing.IdFor(site.Id, id ?? IdFromUrl(site, url) ?? PageAddress.Canonical(url));
    }

    /// <summary>The site's id in an advert's address: by the site's own rule, else by the generic one. Null: none to be seen.</summary>
    public static string? IdFromUrl(SiteDefinition? site, Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (site?.Detail.IdFromUrl is { } pattern)
        {
            return RuleRegex.Value(pattern, url.AbsoluteUri);
        }

        return IdFromUrl(PageAddress.Canonical(url));
    }

    /// <summary>The generic rule: an id parameter, else the last long number of the path.</summary>
    internal static string? IdFromUrl(string url)
    {
        try
        {
            var parameter = Parameter().Match(url);
            if (parameter.Success)
            {
                return parameter.Groups["id"].Value;
            }

            int query = url.IndexOf('?', StringComparison.Ordinal);
            string path = query < 0 ? url : url[..query];
            int host = path.IndexOf('/', Math.Min(path.Length, 8));
            return host < 0 ? null : InPath(path[host..]);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>
    /// A long number anywhere; else a number that is a whole segment, or ends one after an underscore, or is long enough after a dash not to be a
    /// year or a size.
    /// </summary>
    private static string? InPath(string path)
    {
        var numbers = Long().Match(path);
        if (numbers.Success)
        {
            return numbers.Groups["id"].Value;
        }

        var segments = Short().Matches(path);
        return segments.Count == 0 ? null : segments[^1].Groups["id"].Value;
    }

    [GeneratedRegex(
        @"[?&](?:(?:id|item_?id|ad_?id|product_?id|listing_?id|advert_?id|itm|pid|aid|article|artikel)=(?<id>[\w-]{0,30}\d[\w-]{0,30})|(?:t|p|nr"
            + @"|code)=(?<id>\d{2,}))(?=&|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Parameter();

    // A letter or two at a segment's beginning belong to the id ("m2135678901").
    [GeneratedRegex(
        @"(?<=/)(?<id>[a-z]{1,2}\d{6,})(?![\p{L}\d%])|(?<![\p{L}\d%])(?<id>\d{6,})(?![\d%])|(?<=(?:[/_.,;-]|--)(?:id|art|item|p|a|i"
            + @"|t))(?<id>\d{6,})(?![\p{L}\d%])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Long();

    [GeneratedRegex(
        @"(?<=/)(?<!/(?:19|20)\d{2}/(?:\d{1,2}/)?)(?<id>(?!(?:19|20)\d{2}/\d{1,2}(?:/|$))\d{2,5})(?=/|$)|(?<=/)(?<id>[a-z]\d{3,5})(?=/|$)"
            + @"|(?<=[^/]_)(?<id>\d{3,5})(?=/|\.\p{L}|$)|(?<=[^/][-.,;])(?<id>\d{5})(?=/|\.\p{L}|$)|(?<=[.-]t)(?<id>\d{2,5})(?=/|\.\p{L}|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Short();
}
