using System.Diagnostics;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Browser;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Browser;

[Category("Browser")]
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class BrowserLifeTests
{
    private FetchingRig _rig = null!;

    [OneTimeSetUp]
    public void StartAll() => _rig = new FetchingRig();

    [OneTimeTearDown]
    public async Task StopAllAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_BrowserKilledInBetween_StartsAnother()
    {
        await using var server = await PracticeMarket.StartAsync();
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
            await c.Response.WriteAsync(c.Request.Path == "/api/items" ? """[{"id":1,"title":"Figur"}]""" : c.Request.Path == "/app.js" ? PracticeMarket.App : PracticeMarket.Shell);
        });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "killedmid" };

        var outcome = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Ok), outcome.Detail);
        Assert.That(server.Paths.Count(p => p == "/search"), Is.EqualTo(1));
    }

    [Test]
    public async Task FetchAsync_EndlessScript_TimesOutAndTheBrowserLivesOn()
    {
        await using var server = await PracticeMarket.StartAsync(
            new() { ["/hang"] = "<!doctype html><body>hang<script>setTimeout(() => { for (;;) {} }, 50)</script>" });
        var site = server.Define(mode: FetchMode.Browser) with { Id = "hang" };

        var hung = await _rig.FetchAsync(site, server.At("/hang"));
        var next = await _rig.FetchAsync(site, server.At("/search"));

        Assert.That(hung.Kind, Is.EqualTo(OutcomeKind.Timeout));
        Assert.That(next.Kind, Is.EqualTo(OutcomeKind.Ok), next.Detail);
    }

    [Test]
    public async Task FetchAsync_BrowserSwitchedOff_SaysSoOnlyWhenItIsNeeded()
    {
        await using var rig = new FetchingRig(configure: o => o.BrowserEnabled = false);
        await using var server = await PracticeMarket.StartAsync();

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
        await using var server = await PracticeMarket.StartAsync();
        var site = server.Define(mode: FetchMode.Browser);

        await rig.FetchAsync(site, server.At("/search"));
        int? first = rig.Get<BrowserHost>().ProcessId;
        await rig.FetchAsync(site, server.At("/search"));
        int? second = rig.Get<BrowserHost>().ProcessId;

        Assert.That(first, Is.Not.Null.And.Not.EqualTo(second));
        Assert.That(BrowserProcess.ResidentBytes(second!.Value), Is.GreaterThan(30_000_000));
    }
}
