using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Transport;
using Crawler.Pages;
using Crawler.Pages.Addresses;
using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>One page in a fresh context: open, wait until it is ready, scroll, keep.</summary>
internal sealed class PageRendering(
    BrowserInstance browser, PageToRender target, PageTraffic traffic, TimeProvider time, FetchingOptions options) : IAsyncDisposable
{
    private const int ViewWidth = 1280;
    private const int ViewHeight = 900;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private IBrowserContext? _context;
    private CancellationTokenSource? _ended;

    /// <exception cref="PlaywrightException">The browser or the page's renderer has gone.</exception>
    public async Task<FetchOutcome> RunAsync(SiteIdentity identity, CancellationToken cancellationToken)
    {
        _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var page = await OpenAsync(identity, _ended.Token);
            var wait = new PageWait(page, traffic, time, target.Site.Fetch.Timeout);
            bool ready = await wait.ReadyAsync(target.Site.Fetch.WaitFor, _ended.Token);
            var early = traffic.DataFailure;
            bool growsOn = target.Request.Kind == PageKind.Search && await PageGrowth.GrowAsync(wait, target.Site, _ended.Token);
            return await KeepAsync(page, ready, early, growsOn, _ended.Token);
        }
        catch (TimeoutException)
        {
            return new FetchOutcome.Failed(OutcomeKind.Timeout, "the page's scripts keep the browser from answering", Transient: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended is not null)
        {
            await _ended.CancelAsync();
            _ended.Dispose();
        }

        if (_context is not null)
        {
            try
            {
                await _context.CloseAsync().WaitAsync(Patience, time);
            }
            catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
            {
                // It went with the browser, or hangs in a script: then the browser is not lent out again.
                await browser.RetireAsync();
            }
        }
    }

    private async Task<IPage> OpenAsync(SiteIdentity identity, CancellationToken cancellationToken)
    {
        _context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            UserAgent = options.EffectiveUserAgent,
            Locale = target.Site.Languages.Count > 0 ? target.Site.Languages[0] : "en",
            ViewportSize = new ViewportSize { Width = ViewWidth, Height = ViewHeight },
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = [],
        }).WaitAsync(Patience, time, cancellationToken);
        _context.SetDefaultTimeout(0);
        await _context.AddCookiesAsync(BrowserCookies.For(target.Main.FinalUrl, identity.Cookies));
        await _context.RouteAsync("**/*", route => traffic.HandleAsync(route, cancellationToken));
        await _context.RouteWebSocketAsync("**/*", socket => _ = socket.CloseAsync());
        var page = await _context.NewPageAsync().WaitAsync(Patience, time, cancellationToken);
        page.Dialog += (_, dialog) => _ = dialog.DismissAsync();
        page.Download += (_, download) => _ = download.CancelAsync();
        _context.Page += (_, popup) => _ = popup.CloseAsync();
        await page.GotoAsync(
            target.Main.FinalUrl.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit, Timeout = (float)Patience.TotalMilliseconds })
            .WaitAsync(Patience, time, cancellationToken);
        return page;
    }

    private async Task<FetchOutcome> KeepAsync(IPage page, bool ready, FetchOutcome.Failed? early, bool growsOn, CancellationToken cancellationToken)
    {
        if (traffic.Throttled is { } throttled)
        {
            return throttled;
        }

        if (traffic.LedAstray is { } astray)
        {
            return astray;
        }

        var at = Uri.TryCreate(page.Url, UriKind.Absolute, out var now) && now.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? now
            : target.Main.FinalUrl;
        if (LoginAddress.IsReached(target.Main.FinalUrl, at))
        {
            return new FetchOutcome.Failed(OutcomeKind.LoginRequired, $"the page leads to {at}", Transient: false, target.Main.Status);
        }

        string html = await page.ContentAsync().WaitAsync(Patience, time, cancellationToken);
        if (traffic.DataFailure is { } failure && (!ReferenceEquals(failure, early) || !ready || !traffic.HasData || ScriptShellDetector.IsShell(html)))
        {
            return failure;
        }

        return new FetchOutcome.Ok(target.Main with
        {
            FinalUrl = at,
            Tier = FetchTier.Browser,
            Text = html,
            RenderedHtml = html,
            GrowsOn = growsOn,
            Screenshot = target.Request.Screenshot ? await ShootAsync(page, cancellationToken) : null,
            BrowserVersion = browser.Version,
        });
    }

    private async Task<ReadOnlyMemory<byte>?> ShootAsync(IPage page, CancellationToken cancellationToken)
    {
        int height = await page.EvaluateAsync<int>(
            "() => { window.scrollTo(0, 0); return Math.max(document.documentElement.scrollHeight, document.body ? document.body.scrollHeight : 0); }")
            .WaitAsync(Patience, time, cancellationToken);
        bool tall = height > options.ScreenshotMaxHeight;
        byte[] png = await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Type = ScreenshotType.Png,
            FullPage = true,
            Clip = tall ? new Clip { X = 0, Y = 0, Width = ViewWidth, Height = options.ScreenshotMaxHeight } : null,
            Animations = ScreenshotAnimations.Disabled,
            Timeout = (float)Patience.TotalMilliseconds,
        }).WaitAsync(Patience * 2, time, cancellationToken);
        return png.AsMemory();
    }
}
