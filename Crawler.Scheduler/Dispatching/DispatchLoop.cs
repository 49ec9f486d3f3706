using Crawler.Scheduler.Sweeps;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Dispatching;

/// <summary>Sends what is due, at once where there is news, everywhere at short intervals.</summary>
internal sealed class DispatchLoop(
    JobDispatcher dispatcher, SweepAdvancer advancer, DispatchSignal signal, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<DispatchLoop> log)
{
    /// <summary>Runs until cancelled. No failure ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var interval = options.Value.DispatchInterval;
        var lastFullLook = DateTimeOffset.MinValue;
        Task news = signal.WaitAsync(cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetUtcNow() - lastFullLook >= interval)
                {
                    lastFullLook = time.GetUtcNow();
                    await dispatcher.DispatchAllAsync(cancellationToken);
                }

                if (news.IsCompleted)
                {
                    await HandleChangesAsync(cancellationToken);
                    news = signal.WaitAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop sends everything: a store or bus in trouble pauses it, nothing stops it.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Log.DispatchFailed(log, interval, problem);
                await Task.Delay(interval, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            await PauseAsync(interval, news, cancellationToken);
        }
    }

    /// <summary>Moves on what has news: first the sweeps, which may bring new jobs, then the sending.</summary>
    internal async Task HandleChangesAsync(CancellationToken cancellationToken)
    {
        var taken = signal.Take();
        try
        {
            foreach (var (sweepId, siteId) in taken)
            {
                await advancer.AdvanceAsync(sweepId, siteId, cancellationToken);
            }

            await dispatcher.DispatchAsync(taken.Select(n => n.SiteId).Distinct(StringComparer.Ordinal), cancellationToken);
        }
        catch
        {
            foreach (var (sweepId, siteId) in taken)
            {
                signal.Note(sweepId, siteId);
            }

            throw;
        }
    }

    private async Task PauseAsync(TimeSpan interval, Task news, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(news, Task.Delay(interval, time, enough.Token));
        await enough.CancelAsync();
    }
}
