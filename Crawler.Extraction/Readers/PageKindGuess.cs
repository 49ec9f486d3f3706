using Crawler.Contracts.Sweeps;
using Crawler.Pages;

namespace Crawler.Extraction.Readers;

/// <summary>Whether a saved page is a result list or an advert, when nobody said.</summary>
internal static class PageKindGuess
{
    private static readonly string[] SearchParameters = ["q", "query", "search", "s", "k", "keyword", "keywords", "text", "term", "page", "offset", "start", "category"];

    public static PageKind Of(Uri url, SearchReading search, DetailReading detail)
    {
        if (search.Rows.Count == 0)
        {
            return detail.State == OutcomeKind.Ok || search.State != OutcomeKind.Empty ? PageKind.Detail : PageKind.Search;
        }

        double list = (search.Rows.Count >= 8 ? 1 : 0) + (search.Rows.Count >= 20 ? 1 : 0) + (search.NextPage is not null ? 1.5 : 0) + (HasSearchParameter(url) ? 2 : 0)
            + (search.Rows.Count(r => r.Price is not null) * 10 > search.Rows.Count * 6 ? 1 : 0);
        double advert = (detail.Tiers.GetValueOrDefault("price") is Tiers.JsonLd or Tiers.Microdata or Tiers.Meta ? 2.5 : 0) + (detail.Description is { Length: > 150 } ? 1 : 0)
            + (ListingIdentity.IdFromUrl(null, url) is not null ? 1 : 0) + (detail.Tiers.GetValueOrDefault("description") is Tiers.JsonLd or Tiers.Microdata ? 1 : 0)
            + (detail.PostedAt is not null && detail.Seller is not null ? 1 : 0);
        return advert > list ? PageKind.Detail : PageKind.Search;
    }

    private static bool HasSearchParameter(Uri url) =>
        url.Query.TrimStart('?').Split('&').Any(p => p.Split('=') is [var name, { Length: > 0 }] && SearchParameters.Contains(name.ToLowerInvariant()))
        || url.AbsolutePath.Contains("search", StringComparison.OrdinalIgnoreCase);
}
