using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Review.Live;

/// <summary>Brings the bus's events to the open pages.</summary>
internal sealed class LiveFeedConsumer(LiveFeed feed)
    : IConsumer<ListingCaptured>, IConsumer<SweepFinished>, IConsumer<SiteTrouble>, IConsumer<WatchListChanged>
{
    public Task Consume(ConsumeContext<ListingCaptured> context) => Publish(new ConsoleEvent.Captured(context.Message));

    public Task Consume(ConsumeContext<SweepFinished> context) => Publish(new ConsoleEvent.Finished(context.Message));

    public Task Consume(ConsumeContext<SiteTrouble> context) => Publish(new ConsoleEvent.Trouble(context.Message));

    public Task Consume(ConsumeContext<WatchListChanged> context) => Publish(new ConsoleEvent.ListChanged(context.Message.WatchListId));

    private Task Publish(ConsoleEvent happened)
    {
        feed.Publish(happened);
        return Task.CompletedTask;
    }
}
