using Crawler.Contracts.Messages;
using Crawler.Scheduler.Sweeps;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

internal sealed class CancelSweepConsumer(SweepCanceller canceller) : IConsumer<CancelSweep>
{
    public Task Consume(ConsumeContext<CancelSweep> context) => canceller.CancelAsync(context.Message, context.CancellationToken);
}
