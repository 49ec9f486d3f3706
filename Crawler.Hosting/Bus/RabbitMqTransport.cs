using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Hosting.Bus;

/// <summary>How CyberPatrol uses RabbitMQ (docs/decisions/0008-processes-and-rabbitmq.md).</summary>
internal static class RabbitMqTransport
{
    private const string MessageLife = "x-message-ttl";
    private const string QueueLife = "x-expires";
    private const string QueueType = "x-queue-type";

    public static void Use(IBusRegistrationConfigurator bus, BusOptions options)
    {
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => Shape(endpoint, options));
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(options.Host, (ushort)options.EffectivePort, options.VirtualHost, host => Connect(host, options));
            Lead<StartSweep>(transport, ServiceQueue.Scheduler, options);
            Lead<CancelSweep>(transport, ServiceQueue.Scheduler, options);
            Lead<CheckSchedule>(transport, ServiceQueue.Scheduler, options);
            Lead<WatchListChanged>(transport, ServiceQueue.Scheduler, options);
            Lead<ProbeSite>(transport, ServiceQueue.SiteProbes, options);
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

    /// <summary>
    /// Who publishes the message declares the queue of those who hear it, in the form they give it, and leads the message there. That the listener's own
    /// binding leads to the same queue
    /// does no harm: the broker puts a message into a queue once, however many ways lead there.
    /// </summary>
    private static void Lead<T>(IRabbitMqBusFactoryConfigurator transport, string queue, BusOptions options)
        where T : class => transport.Publish<T>(message => message.BindQueue(message.Exchange.ExchangeName, queue, form =>
        {
            if (options.QuorumQueues)
            {
                form.SetQueueArgument(QueueType, "quorum");
            }
        }));

    /// <summary>
    /// Lasting queues are replicated. What is temporary (a console's feed, replies) stays as it is. No further argument may be added: a queue keeps those
    /// that it was made with, and a declaration that differs is refused. So RabbitMQ 4 has its own delivery limit (20), which costs no work: the ledger
    /// has the job.
    /// </summary>
    private static void Shape(IReceiveEndpointConfigurator endpoint, BusOptions options)
    {
        if (options.QuorumQueues
            && endpoint is IRabbitMqReceiveEndpointConfigurator queue
            && endpoint is not MassTransit.RabbitMqTransport.Configuration.IRabbitMqReceiveEndpointConfiguration { Settings: { Durable: false } or { AutoDelete: true } })
        {
            queue.SetQuorumQueue();
        }
    }

    /// <summary>The queue of a site, which is joined at run time (the callback above does not see it) and goes when its site has gone.</summary>
    public static void ShapeSite(IReceiveEndpointConfigurator endpoint, BusOptions options)
    {
        Shape(endpoint, options);
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.QueueExpiration = options.SiteQueueLife;
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
