using Crawler.Hosting.Bus;
using Crawler.Storage.Documents;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

/// <summary>
/// All that people ask of the scheduler goes through one queue, apart from the stream of ended jobs, so that it never waits behind that. A store in trouble
/// is tried a few times before the asker is told.
/// </summary>
internal sealed class RequestQueue<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    public RequestQueue() => EndpointName = ServiceQueue.Scheduler;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context) =>
        consumerConfigurator.UseMessageRetry(retry =>
        {
            retry.Handle<StoreException>();
            retry.Intervals(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        });
}
