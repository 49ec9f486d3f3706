using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Hosting.Bus;

/// <summary>The queue of one site: what it is called, and how it is addressed on the transport in use.</summary>
public static class SiteEndpoint
{
    private const string Prefix = "site-";

    public static string NameOf(string siteId) => Prefix + siteId;

    /// <summary>
    /// Where jobs of the site are sent. On RabbitMQ it is the exchange that the site's workers bind their queue to: the sender declares no queue, so it
    /// cannot disagree with them about its kind, and is told when there is none.
    /// </summary>
    public static Uri AddressOf(string siteId, IBus bus)
    {
        ArgumentNullException.ThrowIfNull(bus);
        string kind = bus.Address.Scheme is "rabbitmq" or "rabbitmqs" ? "exchange" : "queue";
        return new Uri($"{kind}:{NameOf(siteId)}");
    }

    /// <summary>Gives a site's queue the form it has on the transport in use, and lets at most so many jobs be in this worker's hands.</summary>
    public static void Configure(IReceiveEndpointConfigurator endpoint, IServiceProvider services, int concurrency)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.PrefetchCount = concurrency;
        endpoint.ConcurrentMessageLimit = concurrency;
        if (services.GetService<BusOptions>() is { Kind: BusKind.RabbitMq } options)
        {
            RabbitMqTransport.ShapeSite(endpoint, options);
        }
    }
}
