using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Http;
using Crawler.Fetching.Transport;
using Crawler.Pages.Addresses;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>
/// All requests of one rendered page. The browser has no network: each wish is judged, asked through the worker's own HTTP client (robots.txt, pace, address
/// check, size limit), and its answer handed to the page.
/// </summary>
internal sealed class PageTraffic(
    PageToRender target, RedirectFollower redirects, SiteIdentity identity, ResourceCache cache, FetchingOptions options, ILogger logger)
{
    private const long MaxBytes = 48L * 1024 * 1024;
    private const int MaxRequests = 120;
    private const int MaxPictures = 12;
    private const int MaxNavigations = 3;
    private int _inFlight;
    private int _requests;
    private int _pictures;
    private int _navigations;
    private long _bytes;

    /// <summary>Requests that the page waits for.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The host asked for a pause while the page was being put together.</summary>
    public FetchOutcome.Throttled? Throttled { get; private set; }

    /// <summary>A data call to the site itself was answered.</summary>
    public bool HasData { get; private set; }

    /// <summary>The last failure of a data call to the site itself.</summary>
    public FetchOutcome.Failed? DataFailure { get; private set; }

    /// <summary>The page's scripts wanted to go to another address, which could not be asked.</summary>
    public FetchOutcome.Failed? LedAstray { get; private set; }

    public async Task HandleAsync(IRoute route, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            await AnswerAsync(route, cancellationToken);
        }
        catch (Exception end) when (end is PlaywrightException or OperationCanceledException)
        {
            // The page, or the whole browser, has gone while the answer was under way; whoever renders it notices.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task AnswerAsync(IRoute route, CancellationToken cancellationToken)
    {
        var asked = route.Request;
        if (!Uri.TryCreate(asked.Url, UriKind.Absolute, out var url))
        {
            await RefuseAsync(route);
            return;
        }

        bool navigation = asked.IsNavigationRequest && asked.Frame.ParentFrame is null;
        if (navigation && Interlocked.Increment(ref _navigations) == 1)
        {
            await PageAnswer.GiveAsync(route, target.Main);
            return;
        }

        var wish = new ResourceRule.Wish(
            asked.ResourceType, asked.Method.ToUpperInvariant(), url, target.Main.FinalUrl, navigation, target.Request.Screenshot);
        if (ResourceRule.Objection(wish) is { } objection || Excess(wish) is { } excess && (objection = excess) is not null)
        {
            Log.ResourceBlocked(logger, asked.Url, objection);
            await RefuseAsync(route);
            return;
        }

        bool reusable = wish.Type is "script" or "stylesheet" or "image" && wish.Method == "GET";
        if (reusable && cache.Find(url) is { } kept)
        {
            await PageAnswer.GiveAsync(route, kept);
            return;
        }

        switch (await AskAsync(asked, wish, route, cancellationToken))
        {
            case Exchange.Answered { Answer: var answer }:
                Interlocked.Add(ref _bytes, answer.Body.Length);
                NoteStatus(wish, answer);
                if (reusable)
                {
                    cache.Keep(url, answer);
                }

                await PageAnswer.GiveAsync(route, answer);
                break;
            case Exchange.Ended ended:
                Log.ResourceBlocked(logger, asked.Url, ended.Outcome.Detail ?? ended.Outcome.Kind.ToString());
                NoteFailure(wish, ended.Outcome);
                await RefuseAsync(route);
                break;
        }
    }

    private async Task<Exchange> AskAsync(IRequest asked, ResourceRule.Wish wish, IRoute route, CancellationToken cancellationToken)
    {
        await ShareCookiesAsync(asked, cancellationToken);
        return await redirects.GoAsync(
            target.Site,
            new HttpAsk
            {
                Url = wish.Url,
                Method = new HttpMethod(wish.Method),
                Headers = RequestHeaders.ForResource(target.Site, asked.Headers, options),
                Body = wish.Method == "POST" && route.Request.PostDataBuffer is { } body ? body.AsMemory() : (ReadOnlyMemory<byte>?)null,
                MaxBytes = Math.Min(target.Site.Fetch.MaxBytes, MaxBytes),
                Delay = target.Site.Pace.Delay,
            },
            cancellationToken);
    }

    /// <summary>Cookies that scripts have set are sent as well.</summary>
    private async Task ShareCookiesAsync(IRequest asked, CancellationToken cancellationToken)
    {
        var known = await asked.Frame.Page.Context.CookiesAsync(asked.Url).WaitAsync(cancellationToken);
        BrowserCookies.Merge(known, identity.Cookies);
    }

    private string? Excess(ResourceRule.Wish wish)
    {
        if (wish.MainFrame && Volatile.Read(ref _navigations) > MaxNavigations)
        {
            return "the page goes from place to place";
        }

        if (wish.Type == "image" && Interlocked.Increment(ref _pictures) > MaxPictures)
        {
            return "enough pictures";
        }

        return Interlocked.Increment(ref _requests) > MaxRequests || Volatile.Read(ref _bytes) > MaxBytes ? "the page asks for too much" : null;
    }

    private void NoteStatus(ResourceRule.Wish wish, HttpAnswer answer)
    {
        if (!IsData(wish))
        {
            return;
        }

        if (answer.Status < 400)
        {
            HasData = true;
        }
        else if (answer.Status is 401 or 403)
        {
            DataFailure = new FetchOutcome.Failed(
                answer.Status == 401 ? OutcomeKind.LoginRequired : OutcomeKind.Blocked,
                $"HTTP {answer.Status} for {wish.Url.AbsolutePath}",
                Transient: false,
                answer.Status);
        }
    }

    private void NoteFailure(ResourceRule.Wish wish, FetchOutcome outcome)
    {
        if (outcome is FetchOutcome.Throttled throttled && SameSite.Is(wish.Url, target.Main.FinalUrl))
        {
            Throttled = throttled;
        }
        else if (outcome is FetchOutcome.Failed lost && wish.MainFrame)
        {
            LedAstray = lost;
        }
        else if (outcome is FetchOutcome.Failed failed && (IsData(wish) || wish.Type == "script"))
        {
            DataFailure = failed with { Detail = $"{wish.Url.AbsolutePath}: {failed.Detail}" };
        }
    }

    private static bool IsData(ResourceRule.Wish wish) => wish.Type is "xhr" or "fetch";

    private static Task RefuseAsync(IRoute route) => route.AbortAsync("blockedbyclient");
}
