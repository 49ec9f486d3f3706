using Crawler.Contracts.Workers;
using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>One running Chromium, and when it has done enough.</summary>
public sealed class BrowserInstance(IPlaywright playwright, IBrowser browser, string marker, DateTimeOffset startedAt) : IAsyncDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);
    private int _pages;
    private int _tenants;
    private volatile bool _retired;

    public IBrowser Browser => browser;

    /// <summary>Product and version, as evidence: <c>Chromium 140.0.7339.80</c>.</summary>
    public string Version { get; } = $"Chromium {browser.Version}";

    /// <summary>The main process. Null: not found.</summary>
    public int? ProcessId { get; } = BrowserProcess.Find(marker);

    public bool IsUsable => !_retired && browser.IsConnected;

    public BrowserStatus Status() => new()
    {
        State = BrowserState.Running,
        Version = Version,
        ProcessId = ProcessId,
        StartedAt = startedAt,
        PagesRendered = Volatile.Read(ref _pages),
        PagesOpen = Volatile.Read(ref _tenants),
        MemoryBytes = ProcessId is { } id ? BrowserProcess.ResidentBytes(id) : 0,
    };

    /// <summary>Why it should be replaced, or null.</summary>
    public string? Worn(FetchingOptions options, DateTimeOffset now)
    {
        if (_pages >= options.BrowserRecyclePages)
        {
            return $"{_pages} pages rendered";
        }

        if (now - startedAt >= options.BrowserRecycleAge)
        {
            return $"{now - startedAt:c} old";
        }

        long bytes = ProcessId is { } id && _pages % 5 == 4 ? BrowserProcess.ResidentBytes(id) : 0;
        return bytes > options.BrowserRecycleBytes ? $"{bytes / (1024 * 1024)} MB resident" : null;
    }

    public void Enter()
    {
        Interlocked.Increment(ref _pages);
        Interlocked.Increment(ref _tenants);
    }

    /// <summary>No new pages; it ends with its last one.</summary>
    public async ValueTask RetireAsync()
    {
        _retired = true;
        if (Volatile.Read(ref _tenants) == 0)
        {
            await DisposeAsync();
        }
    }

    public async ValueTask LeaveAsync()
    {
        if (Interlocked.Decrement(ref _tenants) == 0 && _retired)
        {
            await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _retired = true;
        try
        {
            await browser.CloseAsync().WaitAsync(ClosePatience);
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            // It had ended already, or hangs: the driver's own end takes it along.
        }

        playwright.Dispose();
    }
}
