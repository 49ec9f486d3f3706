using Crawler.Contracts.Sweeps;
using Crawler.Pages;

namespace Crawler.Extraction.Readers;

/// <summary>Whether a saved page is a result list or an advert, when nobody said.</summary>
internal static class PageKindGuess
{
    private static readonly string[] SearchParameters = ["q", "query", "search", "s", "k", "keyword", "keywords", "text", "term", "page", "offset",
        "start", "category"];

    public static PageKind Of(Uri url, SearchReading search, DetailReading detail)
    {
        if (search.Rows.Count == 0)
        {
            return detail.State == OutcomeKind.Ok || search.State != OutcomeKind.Empty ? PageKind.Detail : PageKind.Search;
        }

        double list = (search.Rows.Count >= 8 ? PageKindWeights.SomeRows : 0)
            + (search.Rows.Count >= 20 ? PageKindWeights.ManyRows : 0)
            + (search.NextPage is not null ? PageKindWeights.NextPage : 0)
            + (HasSearchParameter(url) ? PageKindWeights.SearchParameter : 0)
            + (search.Rows.Count(r => r.Price is not null) * 10 > search.Rows.Count * 6 ? PageKindWeights.PricedRows : 0);
        double advert = (detail.Tiers.GetValueOrDefault("price") is Tiers.JsonLd or Tiers.Microdata or Tiers.Meta ? PageKindWeights.DeclaredPrice : 0)
            + (detail.Description is { Length: > 150 } ? PageKindWeights.LongDescription : 0)
            + (ListingIdentity.IdFromUrl(null, url) is not null ? PageKindWeights.IdInAddress : 0)
            + (detail.Tiers.GetValueOrDefault("description") is Tiers.JsonLd or Tiers.Microdata ? PageKindWeights.DeclaredDescription : 0)
            + (detail.PostedAt is not null && detail.Seller is not null ? PageKindWeights.PostedAndSeller : 0);
        return advert > list ? PageKind.Detail : PageKind.Search;
    }

    private static bool HasSearchParameter(Uri url) =>
        url.Query.TrimStart('?').Split('&').Any(p => p.Split('=') is [var name, { Length: > 0 }] && SearchParameters.Contains(name.ToLowerInvariant()))
        || url.AbsolutePath.Contains("search", StringComparison.OrdinalIgnoreCase);
}
