using MassTransit;

namespace Crawler.Hosting.Bus;

/// <summary>The queue of one site: what it is called, and how it is addressed on the transport in use.</summary>
public static class SiteQueue
{
    private const string Prefix = "site-";

    public static string NameOf(string siteId) => Prefix + siteId;

    internal static bool Is(string queue) => queue.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>
    /// Where jobs of the site are sent. On RabbitMQ it is the exchange that the site's workers bind their queue to: the sender declares no queue, so it cannot disagree
    /// with them about its kind, and is told when there is none.
    /// </summary>
    public static Uri AddressOf(string siteId, IBus bus)
    {
        ArgumentNullException.ThrowIfNull(bus);
        string kind = bus.Address.Scheme is "rabbitmq" or "rabbitmqs" ? "exchange" : "queue";
        return new Uri($"{kind}:{NameOf(siteId)}");
    }
}
