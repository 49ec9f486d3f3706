using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crawler.Hosting.Bus;

/// <summary>Registers the bus.</summary>
public static class BusExtensions
{
    /// <summary>
    /// Adds MassTransit over the chosen transport with what the rooms say and hear on it. A broker that is not there yet keeps nothing from starting: the
    /// bus comes when
    /// it does, and a line says so. Call it once per process.
    /// </summary>
    public static IServiceCollection AddServiceBus(this IServiceCollection services, BusOptions options, Action<IBusRegistrationConfigurator> speak)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(speak);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(check => check.Name = "bus");
            speak(bus);
            if (options.Kind is BusKind.RabbitMq)
            {
                RabbitMqTransport.Use(bus, options);
            }
            else
            {
                bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
            }
        });
        if (options.Kind is BusKind.RabbitMq)
        {
            services.AddHostedService<BrokerWatch>();
        }

        return services;
    }
}
