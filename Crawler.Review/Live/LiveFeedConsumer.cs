using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Review.Live;

/// <summary>Brings the bus's events to the open pages.</summary>
internal sealed class LiveFeedConsumer(LiveFeed feed)
    : IConsumer<ListingCaptured>, IConsumer<SweepFinished>, IConsumer<SiteTrouble>, IConsumer<WatchListChanged>
{
    public Task Consume(ConsumeContext<ListingCaptured> context) => Publish(new DeskEvent.Captured(context.Message));

    public Task Consume(ConsumeContext<SweepFinished> context) => Publish(new DeskEvent.Finished(context.Message));

    public Task Consume(ConsumeContext<SiteTrouble> context) => Publish(new DeskEvent.Trouble(context.Message));

    public Task Consume(ConsumeContext<WatchListChanged> context) => Publish(new DeskEvent.ListChanged(context.Message.WatchListId));

    private Task Publish(DeskEvent happened)
    {
        feed.Publish(happened);
        return Task.CompletedTask;
    }
}
