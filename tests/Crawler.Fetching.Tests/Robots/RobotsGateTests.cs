using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crawler.Fetching.Tests.Robots;

[CancelAfter(60_000)]
public sealed class RobotsGateTests
{
    [Test]
    public async Task FetchAsync_Disallowed_IsNeverAsked()
    {
        await using var server = await SiteAsync("User-agent: *\nDisallow: /private");
        await using var rig = new FetchingRig();

        var outcome = await rig.FetchAsync(server.Define(), server.At("/private/1"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.RobotsDisallowed));
        Assert.That(outcome.Detail, Does.Contain("/private"));
        Assert.That(server.Paths, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_RedirectToDisallowed_IsNotFollowed()
    {
        await using var server = await SiteAsync("User-agent: CyberPatrol\nDisallow: /private", c => c.Response.Redirect("/private/1"));
        await using var rig = new FetchingRig();

        var outcome = await rig.FetchAsync(server.Define(), server.At("/open"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.RobotsDisallowed));
        Assert.That(server.Paths, Is.EqualTo(new[] { "/open" }));
    }

    [Test]
    public async Task FetchAsync_ManyPagesAtOnce_AskForRobotsTxtOnce()
    {
        await using var server = await SiteAsync("User-agent: *\nDisallow: /private");
        await using var rig = new FetchingRig();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => rig.FetchAsync(server.Define(), server.At($"/{i}"))));

        Assert.That(server.Seen.Count(r => r.Path == "/robots.txt"), Is.EqualTo(1));
    }

    [TestCase(200)]
    [TestCase(404)]
    public async Task FetchAsync_AnotherWorkerHasAsked_DoesNotAskAgain(int status)
    {
        await using var server = await SiteAsync("User-agent: *\nDisallow: /private\nCrawl-delay: 0.1", robotsStatus: status);
        await using var first = new FetchingRig();
        await first.FetchAsync(server.Define(), server.At("/1"));
        await using var second = new FetchingRig(first.Store);

        var open = await second.FetchAsync(server.Define(), server.At("/2"));
        var forbidden = await second.FetchAsync(server.Define(), server.At("/private/1"));

        Assert.Multiple(() =>
        {
            Assert.That(open.Kind, Is.EqualTo(OutcomeKind.Ok));
            Assert.That(forbidden.Kind, Is.EqualTo(status == 200 ? OutcomeKind.RobotsDisallowed : OutcomeKind.Ok));
            Assert.That(server.Seen.Count(r => r.Path == "/robots.txt"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task FetchAsync_ManyWorkersAtOnce_OneOfThemAsks()
    {
        await using var server = await SiteAsync("User-agent: *\nDisallow: /private");
        var store = new MemoryStore();
        FetchingRig[] rigs = [.. Enumerable.Range(0, 5).Select(_ => new FetchingRig(store))];

        var outcomes = await Task.WhenAll(rigs.Select((rig, i) => rig.FetchAsync(server.Define(), server.At($"/{i}"))));

        Assert.That(outcomes.Select(o => o.Kind), Is.All.EqualTo(OutcomeKind.Ok));
        Assert.That(server.Seen.Count(r => r.Path == "/robots.txt"), Is.EqualTo(1));
        await Task.WhenAll(rigs.Select(r => r.DisposeAsync().AsTask()));
    }

    [Test]
    public async Task FetchAsync_WorkerThatAskedFailed_TheNextOneAsksAtOnce()
    {
        await using var server = await SiteAsync("", robotsStatus: 500);
        await using var first = new FetchingRig();
        await first.FetchAsync(server.Define(), server.At("/1"));
        int asked = server.Seen.Count;
        await using var second = new FetchingRig(first.Store);

        await second.FetchAsync(server.Define(), server.At("/2"));

        Assert.That(server.Seen, Has.Count.GreaterThan(asked));
    }

    [TestCase(404)]
    [TestCase(401)]
    [TestCase(403)]
    public async Task FetchAsync_RobotsTxtRefused_AllowsAll(int status)
    {
        await using var server = await SiteAsync("", robotsStatus: status);
        await using var rig = new FetchingRig();

        Assert.That((await rig.FetchAsync(server.Define(), server.At("/page"))).Kind, Is.EqualTo(OutcomeKind.Ok));
    }

    [Test]
    public async Task FetchAsync_RobotsTxtFails_NothingIsAskedAndItMayPass()
    {
        await using var server = await SiteAsync("", robotsStatus: 500);
        await using var rig = new FetchingRig();

        var outcome = (FetchOutcome.Failed)await rig.FetchAsync(server.Define(), server.At("/page"));

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.ServerError));
            Assert.That(outcome.Detail, Does.Contain("robots.txt"));
            Assert.That(outcome.Transient, Is.True);
            Assert.That(server.Paths, Is.Empty);
        });
    }

    [Test]
    public async Task FetchAsync_RobotsTxtMoved_IsFollowed()
    {
        await using var server = await LoopbackSite.StartAsync(
            c =>
            {
                switch (c.Request.Path)
                {
                    case "/robots.txt":
                        c.Response.Redirect("/moved.txt");
                        return Task.CompletedTask;
                    case "/moved.txt":
                        return c.Response.WriteAsync("User-agent: *\nDisallow: /private");
                    default:
                        return c.Response.WriteAsync("<p>page");
                }
            },
            handlesRobots: true);
        await using var rig = new FetchingRig();

        Assert.That((await rig.FetchAsync(server.Define(), server.At("/private"))).Kind, Is.EqualTo(OutcomeKind.RobotsDisallowed));
    }

    [Test]
    public async Task FetchAsync_NotObeyedWithALegalBasis_IsAskedAndLogged()
    {
        await using var server = await SiteAsync("User-agent: *\nDisallow: /");
        await using var rig = new FetchingRig();
        var site = server.Define() with { Robots = new RobotsPolicy { Obey = false, LegalBasis = "Order 12/2026" } };

        var outcome = await rig.FetchAsync(site, server.At("/page"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Ok));
        Assert.That(rig.Logs.Entries, Has.One.Matches<(EventId Id, LogLevel Level, string Text)>(e => e.Level == LogLevel.Warning && e.Text.Contains("Order 12/2026", StringComparison.Ordinal)));
    }

    [Test]
    public async Task FetchAsync_NotObeyedWithoutALegalBasis_SendsNothing()
    {
        await using var server = await SiteAsync("");
        await using var rig = new FetchingRig();

        var outcome = await rig.FetchAsync(server.Define() with { Robots = new RobotsPolicy { Obey = false } }, server.At("/page"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.SiteDisabled));
        Assert.That(server.Seen, Is.Empty);
    }

    private static Task<LoopbackSite> SiteAsync(string robots, Action<HttpContext>? answer = null, int robotsStatus = 200) => LoopbackSite.StartAsync(
        async c =>
        {
            if (c.Request.Path == "/robots.txt")
            {
                c.Response.StatusCode = robotsStatus;
                await c.Response.WriteAsync(robots);
            }
            else if (answer is not null)
            {
                answer(c);
            }
            else
            {
                await c.Response.WriteAsync("<p>page");
            }
        },
        handlesRobots: true);
}
