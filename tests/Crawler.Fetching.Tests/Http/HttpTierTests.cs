using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tests.Support;
using Crawler.Pages;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Http;

[CancelAfter(60_000)]
public sealed class HttpTierTests
{
    private FetchingRig _rig = null!;

    [SetUp]
    public void SetUp() => _rig = new FetchingRig();

    [TearDown]
    public async Task TearDownAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_Page_IsKeptAsItCame()
    {
        await using var server = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers["X-Evidence"] = "yes";
            context.Response.Headers.SetCookie = "session=abc";
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("<p>ivoire sculpté</p>");
        });

        var outcome = await _rig.FetchAsync(server.Define(), server.At("/search?q=ivoire"));

        var page = ((FetchOutcome.Ok)outcome).Page;
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Is.EqualTo("<p>ivoire sculpté</p>"));
            Assert.That(Encoding.UTF8.GetString(page.Body.Span), Is.EqualTo(page.Text));
            Assert.That(page.MediaType, Is.EqualTo("text/html"));
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.RawHeaders, Does.StartWith("HTTP/1.1 200 OK\n").And.Contain("X-Evidence: yes\n").And.Contain("Set-Cookie: session=abc\n"));
            Assert.That(page.Tier, Is.EqualTo(FetchTier.Http));
        });
    }

    [Test]
    public async Task FetchAsync_Request_SaysWhoAsksAndInWhichLanguages()
    {
        await using var server = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("<p>x"));
        var site = server.Define() with
        {
            Fetch = new FetchPolicy
            {
                Mode = FetchMode.Http,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["X-Own"] = "1", ["Authorization"] = "Basic secret",
                },
            },
        };

        await _rig.FetchAsync(site, server.At("/"));

        var headers = server.Seen[^1].Headers;
        Assert.Multiple(() =>
        {
            Assert.That(headers["User-Agent"], Does.StartWith("CyberPatrol/"));
            Assert.That(headers["Accept-Language"], Is.EqualTo("nl,fr;q=0.9,en;q=0.8"));
            Assert.That(headers["X-Own"], Is.EqualTo("1"));
            Assert.That(headers.Keys, Does.Not.Contain("Authorization"), "definitions never carry credentials");
        });
    }

    [TestCase(404, OutcomeKind.NotFound)]
    [TestCase(410, OutcomeKind.Gone)]
    public async Task FetchAsync_NotThere_IsMissingWithThePage(int status, OutcomeKind kind)
    {
        await using var server = await LoopbackSite.StartAsync(c => Answers.AnswerAsync(c, status, "this advert was removed"));

        var outcome = await _rig.FetchAsync(server.Define(), server.At("/advert/1"), PageKind.Detail);

        Assert.That(outcome.Kind, Is.EqualTo(kind));
        Assert.That(((FetchOutcome.Missing)outcome).Page.Text, Does.Contain("removed"));
    }

    [TestCase(401, OutcomeKind.LoginRequired)]
    [TestCase(407, OutcomeKind.LoginRequired)]
    [TestCase(403, OutcomeKind.Blocked)]
    [TestCase(451, OutcomeKind.Blocked)]
    [TestCase(400, OutcomeKind.Blocked)]
    public async Task FetchAsync_Refusal_IsNamedAndAskedOnce(int status, OutcomeKind kind)
    {
        await using var server = await LoopbackSite.StartAsync(c => Answers.AnswerAsync(c, status, "no"));

        var outcome = await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(
            outcome,
            Is.InstanceOf<FetchOutcome.Failed>().With.Property("Kind").EqualTo(kind).And.Property("Transient").False.And.Property("Status").EqualTo(status));
        Assert.That(server.Paths, Has.Count.EqualTo(1));
    }

    [TestCase("<form id=challenge-form><div class='cf-turnstile'></div></form>")]
    [TestCase("<div id='captcha-container' class='captcha-delivery'></div>")]
    public async Task FetchAsync_RefusedWithAChallenge_IsCaptcha(string body)
    {
        await using var server = await LoopbackSite.StartAsync(c => Answers.AnswerAsync(c, 403, body));

        Assert.That((await _rig.FetchAsync(server.Define(), server.At("/"))).Kind, Is.EqualTo(OutcomeKind.Captcha));
    }

    [Test]
    public async Task FetchAsync_SiteSwitchedOff_SendsNothing()
    {
        await using var server = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("x"));

        var outcome = await _rig.FetchAsync(server.Define() with { Enabled = false }, server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.SiteDisabled));
        Assert.That(server.Seen, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_ShortBurstOf503_IsRiddenOut()
    {
        int calls = 0;
        await using var server = await LoopbackSite.StartAsync(c => Answers.AnswerAsync(c, Interlocked.Increment(ref calls) <= 2 ? 503 : 200, "ok"));

        var outcome = await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Ok));
        Assert.That(calls, Is.EqualTo(3));
    }

    [Test]
    public async Task FetchAsync_503Throughout_IsServerErrorAfterThreeTries()
    {
        await using var server = await LoopbackSite.StartAsync(c => Answers.AnswerAsync(c, 503, "down"));

        var outcome = await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(outcome, Is.EqualTo(new FetchOutcome.Failed(OutcomeKind.ServerError, "HTTP 503", Transient: true, 503)));
        Assert.That(server.Paths, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task FetchAsync_FailsAgainAndAgain_LeavesTheHostAloneAndSaysWhy()
    {
        await using var server = await LoopbackSite.StartAsync(c => Answers.AnswerAsync(c, 500, "down"));
        var site = server.Define();
        await _rig.FetchAsync(site, server.At("/1"));
        await _rig.FetchAsync(site, server.At("/2"));

        var outcome = (FetchOutcome.Failed)await _rig.FetchAsync(site, server.At("/3"));
        await using var otherWorker = new FetchingRig(_rig.Store);
        var elsewhere = (FetchOutcome.Failed)await otherWorker.FetchAsync(site, server.At("/4"));

        Assert.Multiple(() =>
        {
            Assert.That(server.Paths.Where(p => p is "/3" or "/4"), Is.Empty);
            Assert.That(outcome.Transient, Is.True);
            Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.ServerError));
            Assert.That(outcome.Detail, Does.Contain("HTTP 500"));
            Assert.That(elsewhere.Detail, Does.Contain("repeated failures"));
        });
    }

    [Test]
    public async Task FetchAsync_429WithRetryAfter_IsThrottledForAllWorkersAndNotRetried()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Headers.RetryAfter = "120";
            return Answers.AnswerAsync(c, 429, "slow down");
        });
        var site = server.Define();
        var before = TimeProvider.System.GetUtcNow();

        var outcome = (FetchOutcome.Throttled)await _rig.FetchAsync(site, server.At("/1"));
        await using var otherWorker = new FetchingRig(_rig.Store);
        var elsewhere = await otherWorker.FetchAsync(site, server.At("/2"));

        Assert.Multiple(() =>
        {
            Assert.That(outcome.RetryAt - before, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(120)).And.LessThan(TimeSpan.FromSeconds(150)));
            Assert.That(outcome.Detail, Does.Contain("429"));
            Assert.That(elsewhere, Is.InstanceOf<FetchOutcome.Throttled>());
            Assert.That(server.Paths, Is.EqualTo(new[] { "/1" }));
        });
    }

    [Test]
    public async Task FetchAsync_503WithRetryAfter_IsThrottled()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Headers.RetryAfter = "999999999";
            return Answers.AnswerAsync(c, 503, "maintenance");
        });

        var outcome = (FetchOutcome.Throttled)await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(outcome.RetryAt - TimeProvider.System.GetUtcNow(), Is.LessThanOrEqualTo(TimeSpan.FromHours(6)), "capped");
    }

    [Test]
    public async Task FetchAsync_ConnectionReset_IsNetworkErrorAfterRetries()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Abort();
            return Task.CompletedTask;
        });

        var outcome = (FetchOutcome.Failed)await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.NetworkError));
        Assert.That(outcome.Transient, Is.True);
        Assert.That(server.Paths, Has.Count.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task FetchAsync_NobodyListens_IsNetworkError()
    {
        var server = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("x"));
        await server.DisposeAsync();

        var outcome = (FetchOutcome.Failed)await _rig.FetchAsync(server.Define(), server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.NetworkError));
        Assert.That(outcome.Detail, Does.Contain("ConnectionRefused"));
    }

    [Test]
    public async Task FetchAsync_Conditional_NotModifiedOnTheSecondTime()
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"v1\"";
            return c.Request.Headers.IfNoneMatch == "\"v1\"" ? Answers.AnswerAsync(c, 304, "") : Answers.AnswerAsync(c, 200, "<p>v1");
        });
        var site = server.Define();

        var first = await _rig.FetchAsync(site, server.At("/a"), PageKind.Detail, conditional: true);
        var second = await _rig.FetchAsync(site, server.At("/a"), PageKind.Detail, conditional: true);
        var unconditional = await _rig.FetchAsync(site, server.At("/a"), PageKind.Detail);

        Assert.That(new[] { first.Kind, second.Kind, unconditional.Kind }, Is.EqualTo(new[] { OutcomeKind.Ok, OutcomeKind.NotModified, OutcomeKind.Ok }));
    }

    [Test]
    public async Task FetchAsync_Cancelled_Throws()
    {
        await using var server = await LoopbackSite.StartAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        using var cancel = new CancellationTokenSource();
        var fetch = _rig.FetchAsync(server.Define(), server.At("/"), cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        Assert.That(async () => await fetch, Throws.InstanceOf<OperationCanceledException>());
    }
}
