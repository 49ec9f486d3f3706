using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Worker.Extraction.Pages;

namespace Crawler.Worker.Extraction;

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
            var numbers = Numbers().Matches(host < 0 ? "" : path[host..]);
            return numbers.Count == 0 ? null : numbers.OrderByDescending(n => n.Length >= 6).ThenByDescending(n => n.Length >= 6 ? 0 : n.Index).First().Value;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[?&](?:id|item_?id|ad_?id|product_?id|listing_?id|advert_?id|itm|pid|aid|t|p)=(?<id>\d{2,})(?=&|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 200)]
    private static partial Regex Parameter();

    // Years and the like are shorter than four digits' company of letters: a number of four or more that stands for itself.
    [GeneratedRegex(@"(?<![\p{L}\d%])[a-z]{0,2}?(?<id>\d{4,})(?![\d%])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 200)]
    private static partial Regex Numbers();
}
