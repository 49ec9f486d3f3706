using Crawler.Contracts.Messages;
using Crawler.Scheduler.Schedules;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

internal sealed class WatchListChangedConsumer(ScheduleKeeper keeper, TimeProvider time) : IConsumer<WatchListChanged>
{
    public Task Consume(ConsumeContext<WatchListChanged> context) =>
        keeper.SyncAsync(context.Message.WatchListId, time.GetUtcNow(), context.CancellationToken);
}
