using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Hosting.Bus;

/// <summary>How the house uses RabbitMQ (docs/decisions/0008-processes-and-rabbitmq.md).</summary>
internal static class RabbitMqTransport
{
    private const string MessageLife = "x-message-ttl";
    private const string QueueLife = "x-expires";

    public static void Use(IBusRegistrationConfigurator bus, BusOptions options)
    {
        bus.AddConfigureEndpointsCallback((_, name, endpoint) => Shape(name, endpoint, options));
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(options.Host, (ushort)options.EffectivePort, options.VirtualHost, host => Connect(host, options));
            transport.ConfigureSend(send =>
            {
                send.UseSendExecute<RunSearch>(MustArrive);
                send.UseSendExecute<CaptureListing>(MustArrive);
            });

            // For people to read; the ledger has the job, and the reconciler sends it again. They outlive the queue they come from, but not for ever.
            transport.SendTopology.ConfigureErrorSettings = errors =>
            {
                errors.SetQueueArgument(QueueLife, null);
                errors.SetQueueArgument(MessageLife, (long)options.ErrorQueueLife.TotalMilliseconds);
            };
            transport.ConfigureEndpoints(context);
        });
    }

    private static void Connect(IRabbitMqHostConfigurator host, BusOptions options)
    {
        host.Username(options.Username);
        host.Password(options.Password);
        host.PublisherConfirmation = options.PublisherConfirms;
        host.Heartbeat(options.Heartbeat);
        if (options.Tls.Enabled)
        {
            host.UseSsl(ssl =>
            {
                ssl.ServerName = options.Tls.ServerName ?? options.Host;
                ssl.Certificate = BrokerTrust.Own(options.Tls);
                if (BrokerTrust.Validation(options.Tls) is { } validation)
                {
                    ssl.CertificateValidationCallback = validation;
                }
            });
        }
    }

    /// <summary>Lasting queues are replicated; a site's queue goes when its site has gone. What is temporary (a console's feed, replies) stays as it is.</summary>
    private static void Shape(string name, IReceiveEndpointConfigurator endpoint, BusOptions options)
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue
            || endpoint is MassTransit.RabbitMqTransport.Configuration.IRabbitMqReceiveEndpointConfiguration { Settings: { Durable: false } or { AutoDelete: true } })
        {
            return;
        }

        if (options.QuorumQueues)
        {
            queue.SetQuorumQueue();
        }

        if (SiteQueue.Is(name))
        {
            queue.SetQueueArgument(QueueLife, (long)options.SiteQueueLife.TotalMilliseconds);
        }
    }

    /// <summary>A message for which there is no queue comes back to the sender instead of vanishing.</summary>
    private static void MustArrive<T>(SendContext<T> context)
        where T : class
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
        {
            rabbit.Mandatory = true;
        }
    }
}
