using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Http;
using Crawler.Fetching.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>Renders a page that was fetched over HTTP. The document itself is not asked for again.</summary>
internal sealed class BrowserTier(
    BrowserHost host, RedirectFollower redirects, SiteIdentities identities, ResourceCache cache,
    TimeProvider time, IOptions<FetchingOptions> options, ILogger<BrowserTier> logger)
{
    private const int Tries = 2;

    public async Task<FetchOutcome> RenderAsync(SiteDefinition site, FetchRequest request, FetchedPage main, CancellationToken cancellationToken)
    {
        var target = new PageToRender(site, request, main);
        for (int attempt = 1; ; attempt++)
        {
            var rental = await host.RentAsync(cancellationToken);
            if (rental is not BrowserRental.Rented rented)
            {
                return new FetchOutcome.Failed(OutcomeKind.InternalError, ((BrowserRental.Unavailable)rental).Reason, Transient: false);
            }

            await using (rented)
            {
                try
                {
                    var traffic = new PageTraffic(target, redirects, identities.Of(site), cache, options.Value, logger);
                    await using var rendering = new PageRendering(rented.Instance, target, traffic, time, options.Value);
                    return await rendering.RunAsync(identities.Of(site), cancellationToken);
                }
                catch (PlaywrightException fault) when (!cancellationToken.IsCancellationRequested)
                {
                    bool browserGone = !rented.Instance.Browser.IsConnected;
                    Log.RenderingBroke(logger, fault, main.FinalUrl, browserGone);
                    if (attempt == Tries || !browserGone)
                    {
                        return new FetchOutcome.Failed(
                            OutcomeKind.InternalError,
                            browserGone ? "the browser ended while it rendered the page" : "the page broke the browser's renderer",
                            Transient: true);
                    }
                }
            }
        }
    }
}
