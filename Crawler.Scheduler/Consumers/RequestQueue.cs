using MassTransit;

namespace Crawler.Scheduler.Consumers;

/// <summary>All that people ask of the scheduler goes through one queue, apart from the stream of ended jobs, so that it never waits behind that.</summary>
internal sealed class RequestQueue<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    public RequestQueue() => EndpointName = "scheduler";
}
