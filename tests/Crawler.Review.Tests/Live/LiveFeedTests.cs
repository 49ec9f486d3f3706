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
        await using var desk = await DeskHost.StartAsync();
        var heard = new TaskCompletionSource<DeskEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ear = desk.Services.GetRequiredService<LiveFeed>().Listen(e => heard.TrySetResult(e));

        await desk.Bus.Publish(new SiteTrouble { SiteId = "kram", SweepId = "s", Outcome = OutcomeKind.Blocked, At = Seeds.DeskSeed.Now });

        var happened = await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(happened, Is.InstanceOf<DeskEvent.Trouble>());
    }

    [Test]
    public void Listener_OnceDisposed_HearsNothing()
    {
        var feed = new LiveFeed();
        int heard = 0;
        var ear = feed.Listen(_ => heard++);

        feed.Publish(new DeskEvent.Changed());
        ear.Dispose();
        feed.Publish(new DeskEvent.Changed());

        Assert.That(heard, Is.EqualTo(1));
    }
}
