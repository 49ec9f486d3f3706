using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Fetching.Login;
using Crawler.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crawler.Worker;

/// <summary>What everything that looks at sites needs: fetching, signing in, and the reader that tells a log-in page from the page that was wanted.</summary>
public static class PageAccessExtensions
{
    /// <summary>Registers fetching with log-ins, and the reading of pages. The host brings the store, the clock and logging.</summary>
    public static IServiceCollection AddPageAccess(this IServiceCollection services, Action<FetchingOptions>? configure = null)
    {
        services.AddFetching(configure);
        services.AddExtraction();
        services.TryAddSingleton<PageReadings>();
        services.TryAddSingleton<ILoginPageCheck, LoginPageCheck>();
        services.AddLogin();
        return services;
    }
}
