using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Browser;
using Crawler.Fetching.Http;
using Crawler.Fetching.Transport;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Tiers;

/// <summary>The main line of fetching.</summary>
internal sealed class PageFetcher(TierChooser tiers, HttpTier http, BrowserTier browser, IOptions<FetchingOptions> options) : IPageFetcher
{
    // Each request on the way, in either tier, is judged by robots.txt and claims its slot right before it leaves: RedirectFollower and HttpExchange.
    public async Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        var outcome = await FetchOnceAsync(site, request, cancellationToken);
        FetchMetrics.Count(site.Id, outcome);
        return outcome;
    }

    private async Task<FetchOutcome> FetchOnceAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        if (Refusal(site) is { } refusal)
        {
            return refusal;
        }

        bool expected = await tiers.ExpectsBrowserAsync(site, request.Kind, cancellationToken);

        // A shell that has not changed says nothing of the data that its scripts fetch.
        var outcome = await http.FetchAsync(site, expected ? request with { Conditional = false } : request, cancellationToken);
        if (outcome is not FetchOutcome.Ok { Page: var page } || !page.IsHtml)
        {
            return outcome;
        }

        return expected || await tiers.IsShellAsync(site, request.Kind, page, cancellationToken)
            ? await browser.RenderAsync(site, request, page, cancellationToken)
            : outcome;
    }

    private FetchOutcome.Failed? Refusal(SiteDefinition site)
    {
        if (!site.Enabled)
        {
            return new FetchOutcome.Failed(OutcomeKind.SiteDisabled, $"site {site.Id} is switched off", Transient: false);
        }

        if (ProxyRoute.Missing(site, options.Value) is { } missing)
        {
            return new FetchOutcome.Failed(OutcomeKind.NetworkError, missing, Transient: false);
        }

        return !site.Robots.Obey && string.IsNullOrWhiteSpace(site.Robots.LegalBasis)
            ? new FetchOutcome.Failed(OutcomeKind.SiteDisabled, $"site {site.Id} would not obey robots.txt, but states no legal basis for it", Transient: false)
            : null;
    }
}
