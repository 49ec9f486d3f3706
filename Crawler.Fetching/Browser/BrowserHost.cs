using System.Collections.Frozen;
using Crawler.Contracts.Workers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>
/// Lends out the process's one Chromium: starts it when first needed, replaces it when it is worn or has died, and limits how many pages it renders at once.
/// </summary>
public sealed class BrowserHost(TimeProvider time, IOptions<FetchingOptions> options, ILogger<BrowserHost> logger) : IAsyncDisposable
{
    // Chromium renders what strangers wrote: the worker's environment, with its passwords, is not for it.
    private static readonly FrozenSet<string> PassedOn = new[] { "PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "XDG_RUNTIME_DIR", "FONTCONFIG_PATH", "FONTCONFIG_FILE" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly SemaphoreSlim _pages = new(options.Value.BrowserPages);
    private readonly SemaphoreSlim _starting = new(1, 1);
    private BrowserInstance? _current;

    /// <summary>The process that is running now. Null: none.</summary>
    public int? ProcessId => _current is { IsUsable: true } running ? running.ProcessId : null;

    /// <summary>How it is now.</summary>
    public BrowserStatus Status() => !options.Value.BrowserEnabled ? new BrowserStatus { State = BrowserState.SwitchedOff }
        : _current is { IsUsable: true } running ? running.Status()
        : new BrowserStatus();

    /// <summary>Waits for a free place and hands out the browser.</summary>
    public async Task<BrowserRental> RentAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.BrowserEnabled)
        {
            return new BrowserRental.Unavailable("the page needs the browser, which is switched off (Fetching:BrowserEnabled)");
        }

        if (BrowserFinder.Find(options.Value) is not { } executable)
        {
            return new BrowserRental.Unavailable(
                "the page needs a browser, and none was found: install chromium-headless-shell or chromium, or set Fetching:BrowserExecutable");
        }

        await _pages.WaitAsync(cancellationToken);
        bool rented = false;
        try
        {
            var instance = await CurrentAsync(executable, cancellationToken);
            instance.Enter();
            rented = true;
            return new BrowserRental.Rented(instance, () => ReturnAsync(instance));
        }
        catch (PlaywrightException fault)
        {
            Log.BrowserDidNotStart(logger, fault, executable);
            return new BrowserRental.Unavailable($"{executable} did not start; the log has its words");
        }
        finally
        {
            if (!rented)
            {
                _pages.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_current is { } running)
        {
            await running.DisposeAsync();
        }

        _pages.Dispose();
        _starting.Dispose();
    }

    private async ValueTask ReturnAsync(BrowserInstance instance)
    {
        _pages.Release();
        await instance.LeaveAsync();
    }

    private async Task<BrowserInstance> CurrentAsync(string executable, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_current is { IsUsable: true } running)
            {
                if (running.Worn(options.Value, time.GetUtcNow()) is not { } reason)
                {
                    return running;
                }

                Log.BrowserReplaced(logger, reason);
                await running.RetireAsync();
            }
            else if (_current is { } dead)
            {
                Log.BrowserReplaced(logger, "it has ended");
                await dead.RetireAsync();
            }

            _current = null;
            return _current = await StartAsync(executable);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<BrowserInstance> StartAsync(string executable)
    {
        bool noSandbox = options.Value.BrowserNoSandbox ?? Environment.IsPrivilegedProcess;
        if (noSandbox)
        {
            Log.BrowserWithoutSandbox(logger, options.Value.BrowserNoSandbox is null ? "the worker runs as root" : "Fetching:BrowserNoSandbox");
        }

        string marker = Guid.NewGuid().ToString("N");
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                Headless = true,
                ChromiumSandbox = !noSandbox,
                Args = BrowserFlags.For(marker),
                Env = PassedOn
                    .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)))
                    .Where(pair => pair.Value is not null)
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)),
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
            });
            var instance = new BrowserInstance(playwright, browser, marker, time.GetUtcNow());
            Log.BrowserStarted(logger, instance.Version, executable, instance.ProcessId);
            return instance;
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }
}

/// <summary>What came of asking for the browser.</summary>
public abstract record BrowserRental
{
    /// <summary>A place in it; give it back by disposing.</summary>
    public sealed record Rented(BrowserInstance Instance, Func<ValueTask> Return) : BrowserRental, IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Return();
    }

    public sealed record Unavailable(string Reason) : BrowserRental;
}
