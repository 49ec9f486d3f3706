using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Worker.Doctor;

/// <summary>Registers the doctor.</summary>
public static class DoctorExtensions
{
    /// <summary>Adds <see cref="SiteDoctor"/> and <see cref="SiteCheckup"/>. Needs fetching and extraction.</summary>
    public static IServiceCollection AddSiteDoctor(this IServiceCollection services) => services.AddSingleton<SiteDoctor>().AddSingleton<SiteCheckup>();
}
