namespace Crawler.Review.Live;

/// <summary>
/// Refreshes a page when something happened, at most once per interval however much happens: the first event refreshes after one interval, those that
/// come meanwhile are one refresh.
/// </summary>
internal sealed class LiveRefresh : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly IDisposable _ear;
    private readonly Task _loop;

    /// <param name="feed">Where events come from.</param>
    /// <param name="matters">Which events call for a refresh.</param>
    /// <param name="interval">From the first event to the refresh.</param>
    /// <param name="time">The clock.</param>
    /// <param name="refresh">Does it.</param>
    /// <param name="failed">Shows an exception of <paramref name="refresh"/>; after one there are no more refreshes.</param>
    public LiveRefresh(
        LiveFeed feed, Func<ConsoleEvent, bool> matters, TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> refresh, Func<Exception, Task> failed)
    {
        _ear = feed.Listen(e =>
        {
            if (matters(e))
            {
                Signal();
            }
        });
        _loop = RunAsync(interval, time, refresh, failed);
    }

    /// <summary>Asks for a refresh.</summary>
    public void Signal()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // One is already asked for.
        }
        catch (ObjectDisposedException)
        {
            // The page has been left.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _ear.Dispose();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
        _signal.Dispose();
    }

    private async Task RunAsync(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> refresh, Func<Exception, Task> failed)
    {
        try
        {
            while (true)
            {
                await _signal.WaitAsync(_stop.Token);
                await Task.Delay(interval, time, _stop.Token);
                await _signal.WaitAsync(TimeSpan.Zero, _stop.Token);
                await refresh(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page has been left.
        }
        catch (Exception exception)
        {
            await failed(exception);
        }
    }
}
