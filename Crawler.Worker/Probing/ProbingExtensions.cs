using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Worker.Probing;

/// <summary>Registers the site probe.</summary>
public static class ProbingExtensions
{
    /// <summary>Adds <see cref="SiteProbe"/> and <see cref="SiteCheckup"/>. Needs fetching and extraction.</summary>
    public static IServiceCollection AddSiteProbe(this IServiceCollection services) => services.AddSingleton<SiteProbe>().AddSingleton<SiteCheckup>();
}
