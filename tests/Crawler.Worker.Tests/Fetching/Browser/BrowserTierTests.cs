using System.Buffers.Binary;
using System.Diagnostics;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Storage.Collections;
using Crawler.Worker.Fetching;
using Crawler.Worker.Fetching.Browser;
using Crawler.Worker.Tests.Fetching.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Worker.Tests.Fetching.Browser;

[Category("Browser")]
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class BrowserTierTests
{
    private const string Shell = """<!doctype html><html><head><title>Markt</title><script src="/app.js" defer></script></head><body><header>Markt</header><div id="app"></div></body></html>""";

    private const string App = """
        const app = document.getElementById('app');
        fetch('/api/items?page=1').then(r => r.json()).then(rows => {
          for (const row of rows) {
            const a = document.createElement('a');
            a.href = '/item/' + row.id; a.textContent = row.title; a.className = 'row'; app.append(a);
          }
        });
        """;

    private FetchingRig _rig = null!;

    [OneTimeSetUp]
    public void StartAll() => _rig = new FetchingRig();

    [OneTimeTearDown]
    public async Task StopAllAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_ScriptShell_IsRenderedAndRemembered()
    {
        await using var server = await MarketAsync();
        var site = server.Define(mode: FetchMode.Auto) with { Id = "shell" };

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page;
        var status = await _rig.Store.GetAsync(HouseCollections.SiteStatuses, "shell", default);

        Assert.Multiple(() =>
        {
            Assert.That(page.Tier, Is.EqualTo(FetchTier.Browser));
            Assert.That(page.Text, Does.Contain("Elfenbein Figur 1").And.EqualTo(page.RenderedHtml));
            Assert.That(System.Text.Encoding.UTF8.GetString(page.Body.Span), Is.EqualTo(Shell), "the document as the site sent it");
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
        await using var server = await LoopbackSite.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["/"] = "<html><body><p>" + string.Join(' ', Enumerable.Repeat("tekst", 100)) + "</p><script>x()</script>" });

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(mode: FetchMode.Auto) with { Id = "plain" }, server.At("/"))).Page;

        Assert.That(page.Tier, Is.EqualTo(FetchTier.Http));
    }

    [Test]
    public async Task FetchAsync_SecondPage_TakesScriptsFromTheCache()
    {
        await using var server = await MarketAsync();
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
        await using var server = await MarketAsync(new() { ["/search"] = Scroller });
        var site = server.Define() with { Id = "scroll", Fetch = new FetchPolicy { Mode = FetchMode.Browser, Scrolls = 20 } };

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page;

        Assert.That(page.Text.Split("class=\"row\"").Length - 1, Is.EqualTo(8), "four pages of two rows");
        Assert.That(server.Paths.Count(p => p.StartsWith("/api/items", StringComparison.Ordinal)), Is.EqualTo(4));
    }

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

        await using var server = await MarketAsync(pages);
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
    public async Task FetchAsync_WithScreenshot_KeepsAFullPagePictureWithinBounds()
    {
        const string Tall = "<!doctype html><body style='margin:0'><div style='height:30000px;background:linear-gradient(red,blue)'>tall</div><img src='/pic.png'>";
        await using var server = await MarketAsync(new() { ["/tall"] = Tall, ["/short"] = "<!doctype html><body style='margin:0'><div style='height:1500px'>short<img src='/pic.png'></div>" });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "shots" };

        var tall = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/tall"), PageKind.Detail, screenshot: true)).Page;
        var small = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/short"), PageKind.Detail, screenshot: true)).Page;
        var none = ((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/short"), PageKind.Detail)).Page;

        Assert.Multiple(() =>
        {
            Assert.That(Size(tall), Is.EqualTo((1280, 20_000)));
            Assert.That(Size(small), Is.EqualTo((1280, 1500)));
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
    public async Task FetchAsync_BrowserKilledInBetween_StartsAnother()
    {
        await using var server = await MarketAsync();
        var site = server.Define(mode: FetchMode.Browser) with { Id = "killed" };
        await _rig.FetchAsync(site, server.At("/search"));
        int first = _rig.Get<BrowserHost>().ProcessId!.Value;

        using (var chromium = Process.GetProcessById(first))
        {
            chromium.Kill();
            await chromium.WaitForExitAsync();
        }

        var outcome = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Ok));
        Assert.That(_rig.Get<BrowserHost>().ProcessId, Is.Not.Null.And.Not.EqualTo(first));
    }

    [Test]
    public async Task FetchAsync_BrowserKilledWhileRendering_RendersAgainWithoutAskingForThePageAgain()
    {
        var host = _rig.Get<BrowserHost>();
        int kills = 0;
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            if (c.Request.Path == "/api/items" && Interlocked.Increment(ref kills) == 1)
            {
                using var chromium = Process.GetProcessById(host.ProcessId!.Value);
                chromium.Kill();
                await chromium.WaitForExitAsync();
            }

            c.Response.ContentType = c.Request.Path == "/api/items" ? "application/json" : c.Request.Path == "/app.js" ? "text/javascript" : "text/html";
            await c.Response.WriteAsync(c.Request.Path == "/api/items" ? """[{"id":1,"title":"Figur"}]""" : c.Request.Path == "/app.js" ? App : Shell);
        });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "killedmid" };

        var outcome = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Ok), outcome.Detail);
        Assert.That(server.Paths.Count(p => p == "/search"), Is.EqualTo(1));
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
        await using var server = await MarketAsync(new() { ["/search"] = nosy });
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
        await using var server = await MarketAsync(new() { ["/search"] = "<!doctype html><body>leaving<script>location.href = 'http://10.0.0.1/admin'</script>" });
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
        await using var server = await MarketAsync(new() { ["/robots.txt"] = "User-agent: *\nDisallow: /api/" }, handlesRobots: true);
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
            return c.Response.WriteAsync(c.Request.Path == "/app.js" ? App : Shell);
        });

        var outcome = await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "busy" }, server.At("/search"));

        Assert.That(outcome, Is.InstanceOf<FetchOutcome.Throttled>());
    }

    [Test]
    public async Task FetchAsync_WaitForSelector_WaitsUntilItShows()
    {
        await using var server = await MarketAsync(new()
        {
            ["/search"] = "<!doctype html><body><script>setTimeout(() => document.body.innerHTML = '<b class=late>late</b>', 1500)</script>",
        });
        var site = server.Define() with { Id = "late", Fetch = new FetchPolicy { Mode = FetchMode.Browser, WaitFor = ".late" } };

        Assert.That(((FetchOutcome.Ok)await _rig.FetchAsync(site, server.At("/search"))).Page.Text, Does.Contain("class=\"late\""));
    }

    [Test]
    public async Task FetchAsync_EndlessScript_TimesOutAndTheBrowserLivesOn()
    {
        await using var server = await MarketAsync(new() { ["/hang"] = "<!doctype html><body>hang<script>setTimeout(() => { for (;;) {} }, 50)</script>" });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "hang" };

        var hung = await _rig.FetchAsync(site, server.At("/hang"));
        var next = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(hung.Kind, Is.EqualTo(OutcomeKind.Timeout));
        Assert.That(next.Kind, Is.EqualTo(OutcomeKind.Ok), next.Detail);
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

    [Test]
    public async Task FetchAsync_DataCallNeedsALogIn_IsLoginRequired()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = c.Request.Path == "/api/items" ? 401 : 200;
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync("<!doctype html><body><main>" + string.Concat(Enumerable.Repeat("Willkommen auf dem Marktplatz. ", 80)) + "</main><script>fetch('/api/items')</script>");
        });

        Assert.That((await _rig.FetchAsync(server.Define(mode: FetchMode.Browser) with { Id = "members" }, server.At("/"))).Kind, Is.EqualTo(OutcomeKind.LoginRequired));
    }

    [Test]
    public async Task FetchAsync_BrowserSwitchedOff_SaysSoOnlyWhenItIsNeeded()
    {
        await using var rig = new FetchingRig(configure: o => o.BrowserEnabled = false);
        await using var server = await MarketAsync();

        var plain = await rig.FetchAsync(server.Define(mode: FetchMode.Auto), server.At("/plain"));
        var shell = (FetchOutcome.Failed)await rig.FetchAsync(server.Define(mode: FetchMode.Auto), server.At("/search"));

        Assert.That(plain.Kind, Is.EqualTo(OutcomeKind.Ok));
        Assert.That(shell.Kind, Is.EqualTo(OutcomeKind.InternalError));
        Assert.That(shell.Detail, Does.Contain("BrowserEnabled"));
    }

    [Test]
    public async Task FetchAsync_WornBrowser_IsReplaced()
    {
        await using var rig = new FetchingRig(configure: o => o.BrowserRecyclePages = 1);
        await using var server = await MarketAsync();
        var site = server.Define(mode: FetchMode.Browser);

        await rig.FetchAsync(site, server.At("/search"));
        int? first = rig.Get<BrowserHost>().ProcessId;
        await rig.FetchAsync(site, server.At("/search"));
        int? second = rig.Get<BrowserHost>().ProcessId;

        Assert.That(first, Is.Not.Null.And.Not.EqualTo(second));
        Assert.That(BrowserProcess.ResidentBytes(second!.Value), Is.GreaterThan(30_000_000));
    }

    private static Task<LoopbackSite> MarketAsync(Dictionary<string, string>? more = null, bool handlesRobots = false) => LoopbackSite.StartAsync(
        async c =>
        {
            string path = c.Request.Path.Value!;
            string? text = more?.GetValueOrDefault(path) ?? path switch
            {
                "/search" => Shell,
                "/plain" => "<p>" + string.Concat(Enumerable.Repeat("leesbare tekst ", 30)),
                "/app.js" => App,
                "/api/items" => Rows(int.Parse(c.Request.Query["page"].ToString())),
                _ => null,
            };
            c.Response.StatusCode = text is null && path != "/pic.png" ? 404 : 200;
            c.Response.ContentType = path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : path == "/pic.png" ? "image/png" : "text/html; charset=utf-8";
            c.Response.Headers.CacheControl = path == "/pic.png" ? "no-store" : "max-age=600";
            await c.Response.WriteAsync(text ?? "");
        },
        handlesRobots);

    private static string Rows(int page) => $$"""[{"id":{{(page * 2) - 1}},"title":"Elfenbein Figur {{(page * 2) - 1}}"},{"id":{{page * 2}},"title":"Elfenbein Figur {{page * 2}}"}]""".Replace("Figur 7", "Figur 8", StringComparison.Ordinal);

    private static (int Width, int Height) Size(FetchedPage page)
    {
        var header = page.Screenshot!.Value.Span[16..24];
        return (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
    }
}
