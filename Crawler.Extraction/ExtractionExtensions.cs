using Crawler.Extraction.Readers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crawler.Extraction;

/// <summary>Registers the reading of pages.</summary>
public static class ExtractionExtensions
{
    /// <summary>Adds <see cref="ISiteReader"/>. Takes <see cref="TimeProvider"/> from the container, the system's when there is none.</summary>
    public static IServiceCollection AddExtraction(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISiteReader, SiteReader>();
        return services;
    }
}
