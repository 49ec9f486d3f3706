using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Worker.Fetching.Http;

namespace Crawler.Worker.Fetching;

/// <summary>The main line of fetching.</summary>
internal sealed class PageFetcher(HttpTier http) : IPageFetcher
{
    public async Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        if (Refusal(site) is { } refusal)
        {
            return refusal;
        }

        return await http.FetchAsync(site, request, cancellationToken);
    }

    private static FetchOutcome.Failed? Refusal(SiteDefinition site)
    {
        if (!site.Enabled)
        {
            return new FetchOutcome.Failed(OutcomeKind.SiteDisabled, $"site {site.Id} is switched off", Transient: false);
        }

        return !site.Robots.Obey && string.IsNullOrWhiteSpace(site.Robots.LegalBasis)
            ? new FetchOutcome.Failed(OutcomeKind.SiteDisabled, $"site {site.Id} would not obey robots.txt, but states no legal basis for it", Transient: false)
            : null;
    }
}
