using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>
/// Waits until a page has come to rest. Time that requests spend in the host's line does not count against the page; what counts is the time in which nothing
/// is under way and the page still changes.
/// </summary>
internal sealed class PageWait(IPage page, PageTraffic traffic, TimeProvider time, TimeSpan limit)
{
    private const string Shape =
        "() => document.readyState + ' ' + document.getElementsByTagName('*').length + ' ' + (document.body ? document.body.textContent.length : 0)";

    private const string Shows = "selector => { try { return document.querySelector(selector) !== null; } catch { return false; } }";

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan HardLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _spent;

    /// <returns>Whether the page became ready before its time was up.</returns>
    public async Task<bool> ReadyAsync(string? waitFor, CancellationToken cancellationToken)
    {
        if (waitFor is null)
        {
            return await RestAsync(cancellationToken);
        }

        while (!await AskAsync<bool>(Shows, waitFor, cancellationToken))
        {
            if (!await TickAsync(cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Does something to the page and waits until it has come to rest.</summary>
    /// <param name="act">A function that answers whether there was something to do.</param>
    /// <param name="argument">What the function is given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the page has grown by it.</returns>
    public async Task<bool> GrowAsync(string act, string? argument, CancellationToken cancellationToken)
    {
        string before = await AskAsync<string>(Shape, null, cancellationToken);
        return await AskAsync<bool>(act, argument, cancellationToken)
            && await RestAsync(cancellationToken)
            && !string.Equals(before, await AskAsync<string>(Shape, null, cancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Whether the function finds something on the page.</summary>
    public Task<bool> HasAsync(string test, string? argument, CancellationToken cancellationToken) => AskAsync<bool>(test, argument, cancellationToken);

    private async Task<bool> RestAsync(CancellationToken cancellationToken)
    {
        string? last = null;
        var still = TimeSpan.Zero;
        while (true)
        {
            if (traffic.InFlight > 0)
            {
                still = TimeSpan.Zero;
            }
            else
            {
                string shape = await AskAsync<string>(Shape, null, cancellationToken);
                bool moved = !string.Equals(shape, last, StringComparison.Ordinal) || shape.StartsWith("loading", StringComparison.Ordinal);
                still = moved ? TimeSpan.Zero : still + Tick;
                last = shape;
                if (still >= Rest)
                {
                    return true;
                }
            }

            if (!await TickAsync(cancellationToken))
            {
                return false;
            }
        }
    }

    private async Task<bool> TickAsync(CancellationToken cancellationToken)
    {
        long before = time.GetTimestamp();
        bool idle = traffic.InFlight == 0;
        await Task.Delay(Tick, time, cancellationToken);
        if (idle)
        {
            _spent += time.GetElapsedTime(before);
        }

        return _spent < limit && time.GetElapsedTime(_start) < HardLimit && traffic.Throttled is null;
    }

    /// <exception cref="TimeoutException">A script of the page does not let go.</exception>
    private async Task<T> AskAsync<T>(string expression, object? argument, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await page.EvaluateAsync<T>(expression, argument).WaitAsync(AnswerPatience, time, cancellationToken);
            }
            catch (PlaywrightException) when (attempt < 20 && !page.IsClosed && page.Context.Browser?.IsConnected == true)
            {
                // The page went elsewhere while it was asked: ask its successor.
                await Task.Delay(Tick, time, cancellationToken);
            }
        }
    }
}
