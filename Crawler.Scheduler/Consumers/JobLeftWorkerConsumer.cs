using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

internal sealed class JobLeftWorkerConsumer(DispatchSignal signal) : IConsumer<JobLeftWorker>
{
    public Task Consume(ConsumeContext<JobLeftWorker> context)
    {
        signal.Note(context.Message.SweepId, context.Message.SiteId);
        return Task.CompletedTask;
    }

    internal sealed class Queue : ConsumerDefinition<JobLeftWorkerConsumer>
    {
        public Queue() => EndpointName = "scheduler-jobs";
    }
}
