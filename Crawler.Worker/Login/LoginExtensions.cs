using Crawler.Worker.Extraction;
using Crawler.Worker.Fetching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crawler.Worker.Login;

/// <summary>Registers signing in.</summary>
public static class LoginExtensions
{
    /// <summary>Puts signing in before <see cref="IPageFetcher"/>. Call after <c>AddFetching</c>.</summary>
    public static IServiceCollection AddLogin(this IServiceCollection services)
    {
        services.AddExtraction();
        services.TryAddSingleton<PageFetcher>();
        services.TryAddSingleton<SecretReader>();
        services.TryAddSingleton<LoginDesk>();
        services.Replace(ServiceDescriptor.Singleton<IPageFetcher, SignedInFetcher>());
        return services;
    }
}
