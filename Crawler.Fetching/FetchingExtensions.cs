using Crawler.Fetching.Browser;
using Crawler.Fetching.Http;
using Crawler.Fetching.Pace;
using Crawler.Fetching.Robots;
using Crawler.Fetching.Tiers;
using Crawler.Fetching.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Telemetry;

namespace Crawler.Fetching;

/// <summary>Registers the way to the web.</summary>
public static class FetchingExtensions
{
    /// <summary>
    /// Adds <see cref="IPageFetcher"/>. Needs an <c>IDocumentStore</c> with the ledger's collections and logging; takes <see cref="TimeProvider.System"/>
    /// unless another is registered. Settings are checked at start.
    /// </summary>
    public static IServiceCollection AddFetching(this IServiceCollection services, Action<FetchingOptions>? configure = null)
    {
        var options = services.AddOptions<FetchingOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Jitter.FromSystem);
        services.AddResiliencePipelineRegistry<string>();

        // The rooms say in their own words what matters of retries and time-outs; Polly's own lines are for who looks closer. Its counts are not touched by
        // this.
        services.Configure<TelemetryOptions>(o => o.SeverityProvider = _ => ResilienceEventSeverity.Debug);
        services.TryAddSingleton<IHostResolver, SystemResolver>();
        services.TryAddSingleton<IHostPacer, HostPacer>();
        services.TryAddSingleton<SiteIdentities>();
        services.TryAddSingleton<ValidatorCache>();
        services.TryAddSingleton<Throttling>();
        services.TryAddSingleton<HostResilience>();
        services.TryAddSingleton<HttpExchange>();
        services.TryAddSingleton<RobotsGate>();
        services.TryAddSingleton<RedirectFollower>();
        services.TryAddSingleton<HttpTier>();
        services.TryAddSingleton<BrowserHost>();
        services.TryAddSingleton<ResourceCache>();
        services.TryAddSingleton<BrowserTier>();
        services.TryAddSingleton<TierChooser>();
        services.TryAddSingleton<IPageFetcher, PageFetcher>();
        return services;
    }
}
