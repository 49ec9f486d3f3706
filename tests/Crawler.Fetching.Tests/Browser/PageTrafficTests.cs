using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Browser;

[Category("Browser")]
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class PageTrafficTests
{
    private FetchingRig _rig = null!;

    [OneTimeSetUp]
    public void StartAll() => _rig = new FetchingRig();

    [OneTimeTearDown]
    public async Task StopAllAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_PacedSite_SubResourcesKeepThePaceToo()
    {
        var delay = TimeSpan.FromMilliseconds(250);
        string page = "<!doctype html><body><div id=app></div>" + string.Concat(Enumerable.Range(1, 4).Select(i => $"<script src='/s{i}.js'></script>"));
        var pages = new Dictionary<string, string>(StringComparer.Ordinal) { ["/search"] = page };
        foreach (int i in Enumerable.Range(1, 4))
        {
            pages[$"/s{i}.js"] = $"fetch('/api/items?page={i}').then(r => r.json()).then(r => {{ document.getElementById('app').append(r[0].title + ' '); }})";
        }

        await using var server = await PracticeMarket.StartAsync(pages);
        var site = server.Define(delay, FetchMode.Browser) with { Id = "paced" };

        var fetched = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page;

        Assert.Multiple(() =>
        {
            Assert.That(server.Seen, Has.Count.EqualTo(10), "robots.txt, the page, four scripts, four calls");
            Assert.That(fetched.Text, Does.Contain("Figur 8"), "the last call's answer is in the page");
            Assert.That(server.ShortestGap(), Is.GreaterThanOrEqualTo(delay));
        });
    }

    [Test]
    public async Task FetchAsync_PageReachesOut_NothingLeaves()
    {
        await using var outside = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("seen"));
        string nosy = $$"""
            <!doctype html><body><div id="app">start</div>
            <iframe src="{{outside.Home}}frame"></iframe><img src="{{outside.Home}}img.png"><link rel="prefetch" href="{{outside.Home}}prefetch"><link rel="preconnect" href="{{outside.Home}}">
            <video src="{{outside.Home}}v.mp4" autoplay></video><form id="f" method="post" action="/post"><input name="a"></form>
            <script>
              try { new WebSocket('{{outside.Home.ToString().Replace("http", "ws", StringComparison.Ordinal)}}ws'); } catch { }
              navigator.sendBeacon('{{outside.Home}}beacon', 'x');
              fetch('http://169.254.169.254/latest/meta-data/').catch(() => {});
              fetch('http://10.0.0.1/').catch(() => {});
              fetch('/put', { method: 'PUT', body: 'x' }).catch(() => {});
              navigator.serviceWorker?.register('/sw.js').catch(() => {});
              window.open('{{outside.Home}}popup');
              alert('hello');
              document.getElementById('app').textContent = 'done';
            </script>
            """;
        await using var server = await PracticeMarket.StartAsync(new() { ["/search"] = nosy });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "nosy" };

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page;

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain(">done<"), "an alert does not hold the page up");
            Assert.That(outside.Seen, Is.Empty);
            Assert.That(server.Paths, Is.EqualTo(new[] { "/search" }));
        });
    }

    [Test]
    public async Task FetchAsync_ScriptLeadsToAPrivateAddress_IsNotFollowed()
    {
        await using var server = await PracticeMarket.StartAsync(
            new() { ["/search"] = "<!doctype html><body>leaving<script>location.href = 'http://10.0.0.1/admin'</script>" });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "inside" };

        var outcome = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(outcome, Is.InstanceOf<FetchOutcome.Failed>().With.Property("Kind").EqualTo(OutcomeKind.NetworkError));
        Assert.That(outcome.Detail, Does.Contain("not on the public internet"));
    }

    [Test]
    public async Task FetchAsync_RedirectToPrivateAddress_IsRefusedInEitherTier()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Redirect("http://192.168.1.1/");
            return Task.CompletedTask;
        });

        var outcome = await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "redirected" }, server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.NetworkError));
    }

    [Test]
    public async Task FetchAsync_RobotsForbidTheDataCall_IsNotMadeAndSaid()
    {
        await using var server = await PracticeMarket.StartAsync(new() { ["/robots.txt"] = "User-agent: *\nDisallow: /api/" }, handlesRobots: true);
        var site = server.Define(mode: FetchMode.Browser) with { Id = "forbidden" };

        var outcome = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.RobotsDisallowed));
        Assert.That(server.Paths, Has.None.StartsWith("/api/"));
    }

    [Test]
    public async Task FetchAsync_DataCallThrottled_IsThrottled()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            if (c.Request.Path == "/api/items")
            {
                c.Response.StatusCode = 429;
                c.Response.Headers.RetryAfter = "60";
                return Task.CompletedTask;
            }

            c.Response.ContentType = c.Request.Path == "/app.js" ? "text/javascript" : "text/html";
            return c.Response.WriteAsync(c.Request.Path == "/app.js" ? PracticeMarket.App : PracticeMarket.Shell);
        });

        var outcome = await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "busy" }, server.At("/search"));

        Assert.That(outcome, Is.InstanceOf<FetchOutcome.Throttled>());
    }

    [Test]
    public async Task FetchAsync_DataCallNeedsALogIn_IsLoginRequired()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = c.Request.Path == "/api/items" ? 401 : 200;
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync("<!doctype html><body><main>" + string.Concat(Enumerable.Repeat("Willkommen auf dem Marktplatz. ", 80)) + "</main><script>fetch('/api/items')</script>");
        });

        Assert.That(
            (await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "members" }, server.At("/"))).Kind,
            Is.EqualTo(OutcomeKind.LoginRequired));
    }
}
