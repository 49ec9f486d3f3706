using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crawler.Hosting.Processes;

/// <summary>
/// A host from its start to its end, which comes within the time given whatever it is doing then. What could not be put down by that time is neither waited
/// for nor taken apart under the hands of those who still use it: it ends with the process, and the ledger brings its work back.
/// </summary>
internal sealed class HostLifetime : IAsyncDisposable
{
    /// <summary>The share of the time that the parts of the host get; the rest is for letting go of what they used.</summary>
    private const double PartsShare = 0.9;

    private readonly IHost _host;
    private readonly TimeSpan _stopTimeout;
    private readonly CancellationTokenSource _limit;
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _cutOff;

    /// <param name="stopTimeout">From the word to stop until <see cref="StopAsync"/> and <see cref="DisposeAsync"/> have returned, at most.</param>
    public HostLifetime(IHost host, TimeSpan stopTimeout, TimeProvider time)
    {
        _host = host;
        _stopTimeout = stopTimeout;
        _limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() =>
        {
            _limit.CancelAfter(stopTimeout);
            _told.TrySetResult();
        });
    }

    /// <summary>Ends when the host is told to stop, or one of its parts breaks.</summary>
    public Task Told => _told.Task;

    /// <summary>How long the parts of a host may take to stop.</summary>
    public static TimeSpan ForItsParts(TimeSpan stopTimeout) => stopTimeout * PartsShare;

    /// <summary>Starts all parts.</summary>
    /// <exception cref="OperationCanceledException">Told to stop before all had started.</exception>
    public async Task StartAsync()
    {
        try
        {
            await WithinTimeAsync(() => _host.StartAsync(CancellationToken.None));
        }
        catch
        {
            // What had started already stops as if it had been told to, in the same time.
            _host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            await StopAsync();
            throw;
        }
    }

    /// <summary>Stops all parts.</summary>
    /// <returns>Null: all of them have put their work down. Otherwise why they have not.</returns>
    public async Task<string?> StopAsync()
    {
        try
        {
            await WithinTimeAsync(() => _host.StopAsync(CancellationToken.None));
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, the process ends; it is said.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _cutOff = true;
            var cause = problem.GetBaseException();
            return cause is OperationCanceledException ? $"there was no more time than {_stopTimeout} (Process:StopTimeout)" : cause.Message;
        }
    }

    /// <summary>Lets go of the host and of what its parts used, unless they may still use it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_cutOff)
        {
            await WithinTimeAsync(() =>
            {
                _host.Dispose();
                return Task.CompletedTask;
            }).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _limit.Dispose();
    }

    // Not on this thread: what blocks it must not stop the clock.
    private Task WithinTimeAsync(Func<Task> deed) => Task.Run(deed).WaitAsync(_limit.Token);
}
