using Crawler.Contracts.Sites;
using Crawler.Fetching.Tests.Support;
using Crawler.Ledger.Collections;
using Crawler.Pages;
using CyberPatrol.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Browser;

[Category("Browser")]
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class BrowserTierTests
{
    private FetchingRig _rig = null!;

    [OneTimeSetUp]
    public void StartAll() => _rig = new FetchingRig();

    [OneTimeTearDown]
    public async Task StopAllAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_ScriptShell_IsRenderedAndRemembered()
    {
        await using var server = await PracticeMarket.StartAsync();
        var site = server.Define(mode: FetchMode.Auto) with { Id = "shell" };

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page;
        var status = await _rig.Store.GetAsync(LedgerCollections.SiteStatuses, "shell", default);

        Assert.Multiple(() =>
        {
            Assert.That(page.Tier, Is.EqualTo(FetchTier.Browser));
            Assert.That(page.Text, Does.Contain("Elfenbein Figur 1").And.EqualTo(page.RenderedHtml));
            Assert.That(System.Text.Encoding.UTF8.GetString(page.Body.Span), Is.EqualTo(PracticeMarket.Shell), "the document as the site sent it");
            Assert.That(page.RawHeaders, Does.StartWith("HTTP/1.1 200"));
            Assert.That(page.BrowserVersion, Does.StartWith("Chromium "));
            Assert.That(page.Screenshot, Is.Null);
            Assert.That(server.Paths, Is.EqualTo(new[] { "/search", "/app.js", "/api/items?page=1" }), "the document is asked for once");
            Assert.That(status!.Value.BrowserKinds, Is.EqualTo(new[] { "search" }));
            Assert.That(server.Seen.Select(s => s.Headers["User-Agent"]), Is.All.StartsWith("CyberPatrol/"));
        });
    }

    [Test]
    public async Task FetchAsync_PlainPage_StaysInTheHttpTier()
    {
        await using var server = await LoopbackSite.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["/"] = "<html><body><p>" + string.Join(' ', Enumerable.Repeat("tekst", 100)) + "</p><script>x()</script>",
            });

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(mode: FetchMode.Auto) with { Id = "plain" }, server.At("/"))).Page;

        Assert.That(page.Tier, Is.EqualTo(FetchTier.Http));
    }

    [Test]
    public async Task FetchAsync_SecondPage_TakesScriptsFromTheCache()
    {
        await using var server = await PracticeMarket.StartAsync();
        var site = server.Define(mode: FetchMode.Browser) with { Id = "cached" };

        await _rig.FetchAsync(site, server.At("/search?p=1"));
        await _rig.FetchAsync(site, server.At("/search?p=2"));

        Assert.That(server.Paths.Count(p => p == "/app.js"), Is.EqualTo(1));
    }

    [Test]
    public async Task FetchAsync_InfiniteScroll_GrowsUntilTheEnd()
    {
        const string Scroller = """
            <!doctype html><body><div id="list"></div><script>
            let next = 1, busy = false;
            async function more() {
              if (busy || next > 4) return; busy = true;
              const rows = await (await fetch('/api/items?page=' + next++)).json();
              for (const row of rows) { const p = document.createElement('p'); p.className = 'row'; p.style.height = '700px'; p.textContent = row.title; list.append(p); }
              busy = false;
            }
            addEventListener('scroll', () => { if (innerHeight + scrollY > document.body.scrollHeight - 50) more(); });
            more();
            </script></body>
            """;
        await using var server = await PracticeMarket.StartAsync(new() { ["/search"] = Scroller });
        var site = server.Define() with { Id = "scroll", Fetch = new FetchPolicy { Mode = FetchMode.Browser, Scrolls = 20 } };

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page;

        Assert.That(page.Text.Split("class=\"row\"").Length - 1, Is.EqualTo(8), "four pages of two rows");
        Assert.That(server.Paths.Count(p => p.StartsWith("/api/items", StringComparison.Ordinal)), Is.EqualTo(4));
    }

    [Test]
    public async Task FetchAsync_WithScreenshot_KeepsAFullPagePictureWithinBounds()
    {
        const string Tall = "<!doctype html><body style='margin:0'><div style='height:30000px;background:linear-gradient(red,blue)'>tall</div><img src='/pic.png'>";
        await using var server = await PracticeMarket.StartAsync(
            new() { ["/tall"] = Tall, ["/short"] = "<!doctype html><body style='margin:0'><div style='height:1500px'>short<img src='/pic.png'></div>" });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "shots" };

        var tall = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/tall"), PageKind.Detail, screenshot: true)).Page;
        var small = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/short"), PageKind.Detail, screenshot: true)).Page;
        var none = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/short"), PageKind.Detail)).Page;

        Assert.Multiple(() =>
        {
            Assert.That(Picture(tall), Is.EqualTo(new DecodedPng(1280, 20_000, IsOneColour: false)));
            Assert.That(Picture(small), Is.EqualTo(new DecodedPng(1280, 1500, IsOneColour: false)));
            Assert.That(none.Screenshot, Is.Null);
            Assert.That(server.Paths.Count(p => p == "/pic.png"), Is.EqualTo(2), "pictures are fetched for screenshots only");
        });
    }

    [Test]
    public async Task FetchAsync_ImageOfAPageJustShot_IsNotAskedForAgain()
    {
        byte[] png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            c.Response.ContentType = c.Request.Path == "/1.png" ? "image/png" : "text/html";
            await c.Response.Body.WriteAsync(c.Request.Path == "/1.png" ? png : "<!doctype html><body><img src='/1.png'>advert"u8.ToArray());
        });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "pictures" };
        await _rig.FetchAsync(site, server.At("/"), PageKind.Detail, screenshot: true);

        var image = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/1.png"), PageKind.Image)).Page;

        Assert.That(image.Body.ToArray(), Is.EqualTo(png));
        Assert.That(server.Paths.Count(p => p == "/1.png"), Is.EqualTo(1));
    }

    [Test]
    public async Task FetchAsync_WaitForSelector_WaitsUntilItShows()
    {
        await using var server = await PracticeMarket.StartAsync(new()
        {
            ["/search"] = "<!doctype html><body><script>setTimeout(() => document.body.innerHTML = '<b class=late>late</b>', 1500)</script>",
        });
        var site = server.Define() with { Id = "late", Fetch = new FetchPolicy { Mode = FetchMode.Browser, WaitFor = ".late" } };

        Assert.That(((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page.Text, Does.Contain("class=\"late\""));
    }

    [Test]
    public async Task FetchAsync_CookiesOfEitherSide_ReachTheDataCall()
    {
        string? sent = null;
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            if (c.Request.Path == "/api/items")
            {
                sent = c.Request.Headers.Cookie;
                c.Response.ContentType = "application/json";
                return c.Response.WriteAsync("[]");
            }

            c.Response.Cookies.Append("server", "1");
            c.Response.Cookies.Append("other", "3");
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync("<!doctype html><body><script>document.cookie = 'script=2'; fetch('/api/items').then(() => document.body.append('ok ' + document.cookie))</script>");
        });

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "cookies" }, server.At("/"))).Page;

        Assert.That(sent, Does.Contain("server=1").And.Contain("other=3").And.Contain("script=2"));
        Assert.That(page.Text, Does.Contain("server=1"));
    }

    [Test]
    public async Task FetchAsync_WrongCharsetOfPageAndData_IsRead()
    {
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            bool data = c.Request.Path == "/api/items";
            c.Response.ContentType = data ? "application/json; charset=utf-8" : "text/html; charset=iso-8859-1";
            await c.Response.Body.WriteAsync(data
                ? System.Text.Encoding.Latin1.GetBytes("""["für Sammler"]""")
                : System.Text.Encoding.UTF8.GetBytes("<!doctype html><body>Größe <script>fetch('/api/items').then(r => r.json()).then(r => document.body.append(r[0]))</script>"));
        });

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "charset" }, server.At("/"))).Page;

        Assert.That(page.Text, Does.Contain("Größe").And.Contain("für Sammler"));
    }

    private static DecodedPng Picture(FetchedPage page) => DecodedPng.Of(page.Screenshot!.Value);
}
