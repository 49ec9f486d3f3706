using Crawler.Contracts.Messages;
using Crawler.Scheduler.Dispatching;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

internal sealed class JobEndedConsumer(DispatchSignal signal) : IConsumer<JobEnded>
{
    public Task Consume(ConsumeContext<JobEnded> context)
    {
        signal.Note(context.Message.SweepId, context.Message.SiteId);
        return Task.CompletedTask;
    }

    internal sealed class Queue : ConsumerDefinition<JobEndedConsumer>
    {
        public Queue() => EndpointName = "scheduler-jobs";
    }
}
