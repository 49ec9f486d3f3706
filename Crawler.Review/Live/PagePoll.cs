namespace Crawler.Review.Live;

/// <summary>Calls a page at a steady pace until it is left; a slow page skips beats instead of piling them up.</summary>
internal sealed class PagePoll : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public PagePoll(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> beat) => _loop = RunAsync(interval, time, beat);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> beat)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await beat(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page has been left.
        }
    }
}
