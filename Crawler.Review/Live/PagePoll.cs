namespace Crawler.Review.Live;

/// <summary>Calls a page at a steady pace until it is left; a slow page skips calls instead of piling them up.</summary>
internal sealed class PagePoll : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="interval">From call to call.</param>
    /// <param name="time">The clock.</param>
    /// <param name="update">What to do.</param>
    /// <param name="failed">Shows an exception of <paramref name="update"/>; after one there are no more calls.</param>
    public PagePoll(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> update, Func<Exception, Task> failed) =>
        _loop = RunAsync(interval, time, update, failed);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> update, Func<Exception, Task> failed)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await update(_stop.Token);
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
