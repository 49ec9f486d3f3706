using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Review.Live;
using Crawler.Review.Tests.Host;

namespace Crawler.Review.Tests.Live;

[TestFixture]
[Category("Server")]
internal sealed class LiveFeedTests
{
    [Test]
    public async Task Event_PublishedOnTheBus_ReachesAListener()
    {
        await using var console = await ConsoleHost.StartAsync();
        var heard = new TaskCompletionSource<ConsoleEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = console.Services.GetRequiredService<LiveFeed>().Listen(e => heard.TrySetResult(e));

        await console.Bus.Publish(new SiteTrouble { SiteId = "kram", SweepId = "s", Outcome = OutcomeKind.Blocked, At = Seeds.ConsoleSeed.Now });

        var happened = await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(happened, Is.InstanceOf<ConsoleEvent.Trouble>());
    }

    [Test]
    public void Listener_OnceDisposed_HearsNothing()
    {
        var feed = new LiveFeed();
        int heard = 0;
        var subscription = feed.Listen(_ => heard++);

        feed.Publish(new ConsoleEvent.Changed());
        subscription.Dispose();
        feed.Publish(new ConsoleEvent.Changed());

        Assert.That(heard, Is.EqualTo(1));
    }
}
