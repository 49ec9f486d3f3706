using Crawler.Fetching.Tiers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crawler.Fetching.Login;

/// <summary>Registers signing in.</summary>
public static class LoginExtensions
{
    /// <summary>Puts signing in before <see cref="IPageFetcher"/>. Call after <c>AddFetching</c>; needs an <see cref="ILoginPageCheck"/>.</summary>
    public static IServiceCollection AddLogin(this IServiceCollection services)
    {
        services.TryAddSingleton<PageFetcher>();
        services.TryAddSingleton<SecretReader>();
        services.TryAddSingleton<LoginSessions>();
        services.Replace(ServiceDescriptor.Singleton<IPageFetcher, SignedInFetcher>());
        return services;
    }
}
