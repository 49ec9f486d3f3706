using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Http;

[CancelAfter(60_000)]
public sealed class RedirectTests
{
    private FetchingRig _rig = null!;

    [SetUp]
    public void SetUp() => _rig = new FetchingRig();

    [TearDown]
    public async Task TearDownAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_Redirects_AreFollowedHopByHop()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            if (c.Request.Path == "/end")
            {
                return c.Response.WriteAsync("<p>there</p>");
            }

            c.Response.Redirect(c.Request.Path == "/start" ? "middle?x=1" : "/end");
            return Task.CompletedTask;
        });

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(), server.At("/start"))).Page;

        Assert.That(page.FinalUrl, Is.EqualTo(server.At("/end")));
        Assert.That(page.Url, Is.EqualTo(server.At("/start")));
        Assert.That(server.Paths, Is.EqualTo(new[] { "/start", "/middle?x=1", "/end" }));
    }

    [TestCase("/loop", 1, TestName = "FetchAsync_RedirectToItself_IsALoopAfterOneRequest")]
    [TestCase("/endless/0", 11, TestName = "FetchAsync_EndlessRedirect_IsALoopAfterTenHops")]
    public async Task FetchAsync_RedirectsForever_IsRedirectLoop(string path, int requests)
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            string asked = c.Request.Path.Value!;
            c.Response.Redirect(asked.StartsWith("/endless/", StringComparison.Ordinal) ? $"/endless/{int.Parse(asked[9..]) + 1}" : "/loop");
            return Task.CompletedTask;
        });

        var outcome = await _rig.FetchAsync(server.Define(), server.At(path));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.RedirectLoop));
        Assert.That(server.Paths, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task FetchAsync_RedirectToItselfWithACookie_GoesOn()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            if (c.Request.Cookies.ContainsKey("seen"))
            {
                return c.Response.WriteAsync("<p>in</p>");
            }

            c.Response.Cookies.Append("seen", "1");
            c.Response.Redirect(c.Request.Path);
            return Task.CompletedTask;
        });

        Assert.That((await _rig.FetchAsync(server.Define(), server.At("/page"))).Kind, Is.EqualTo(OutcomeKind.Ok));
    }

    [Test]
    public async Task FetchAsync_RedirectToLogin_IsLoginRequiredAndNotFollowed()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Redirect("/account/login?next=%2Fpage");
            return Task.CompletedTask;
        });

        var outcome = await _rig.FetchAsync(server.Define(), server.At("/page"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.LoginRequired));
        Assert.That(server.Paths, Is.EqualTo(new[] { "/page" }));
    }

    [TestCase("http://10.1.2.3/admin")]
    [TestCase("http://169.254.169.254/latest/meta-data/")]
    [TestCase("http://[fe80::1]/")]
    [TestCase("http://[::ffff:10.0.0.1]/")]
    [TestCase("http://0.0.0.0/")]
    [TestCase("ftp://example.org/file")]
    [TestCase("file:///etc/passwd")]
    public async Task FetchAsync_RedirectToInside_IsRefused(string target)
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Headers.Location = target;
            c.Response.StatusCode = 302;
            return Task.CompletedTask;
        });

        var outcome = (FetchOutcome.Failed)await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.NetworkError));
        Assert.That(outcome.Transient, Is.False);
        Assert.That(outcome.Detail, Does.Contain("not asked"));
    }

    [Test]
    public async Task FetchAsync_PublicSiteRedirectsToLoopback_IsRefused()
    {
        await using var inside = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("secret"));
        var site = inside.Define() with { Home = new Uri("https://market.example/") };

        var outcome = (FetchOutcome.Failed)await _rig.FetchAsync(site, inside.At("/"));

        Assert.That(outcome.Detail, Does.Contain("not on the public internet"));
        Assert.That(inside.Seen, Is.Empty);
    }
}
