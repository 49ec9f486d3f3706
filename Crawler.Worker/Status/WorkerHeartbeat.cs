using Crawler.Contracts.Workers;
using Crawler.Fetching.Browser;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Status;

/// <summary>
/// Writes at every heartbeat what the worker is doing, from its start until everything in the process has stopped; then removes it. Removes workers that fell
/// silent long ago. A store in trouble costs heartbeats, never work.
/// </summary>
internal sealed class WorkerHeartbeat(
    IDocumentStore store, WorkerActivity activity, BrowserHost browser, IOptions<WorkerOptions> options, TimeProvider time, ILogger<WorkerHeartbeat> log) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Tidying = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private Task _beating = Task.CompletedTask;
    private DateTimeOffset _tidiedAt = DateTimeOffset.MinValue;
    private bool _written;
    private bool _storeDown;
    private volatile bool _stopping;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _beating = BeatAsync();
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        await BeatOnceAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _beating;
        await TryWriteAsync(RemoveAsync, cancellationToken);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _writing.Dispose();
    }

    /// <summary>Writes the status now. A StoreException is logged, not thrown.</summary>
    internal Task BeatOnceAsync(CancellationToken cancellationToken) => TryWriteAsync(WriteHeartbeatAsync, cancellationToken);

    private async Task BeatAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await BeatOnceAsync(_stop.Token);
            await Task.Delay(options.Value.BeatInterval, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One write at a time; logs once that the store does not take it, and once that it does again.</summary>
    private async Task TryWriteAsync(Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await _writing.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            await write(cancellationToken);
            if (_storeDown)
            {
                _storeDown = false;
                Log.HeartbeatStoredAgain(log);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while writing: the next heartbeat, if there is one, holds everything.
        }
        catch (StoreException problem)
        {
            if (!_storeDown)
            {
                _storeDown = true;
                Log.HeartbeatNotStored(log, problem.Message);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task WriteHeartbeatAsync(CancellationToken cancellationToken)
    {
        var status = Status();
        WorkerStatus? before = null;
        await store.UpdateAsync(
            LedgerCollections.Workers,
            status.Id,
            stored =>
            {
                before = stored;
                return status;
            },
            cancellationToken);
        if (_written && before is not null && !IsMine(before))
        {
            Log.NameTaken(log, status.Id, before.Machine, before.ProcessId);
        }

        _written = true;
        if (status.BeatAt - _tidiedAt >= Tidying)
        {
            _tidiedAt = status.BeatAt;
            await ForgetAsync(status.BeatAt, cancellationToken);
        }
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var stored = await store.GetAsync(LedgerCollections.Workers, options.Value.WorkerId, cancellationToken);
        if (stored is not null && IsMine(stored.Value))
        {
            await store.DeleteAsync(LedgerCollections.Workers, stored.Value.Id, stored.Version, cancellationToken);
        }
    }

    private async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = new DocumentQuery { Where = [Filter.Range(WorkerFields.BeatAt, null, now - WorkerStatus.Memory)], Limit = 500 };
        foreach (var worker in (await store.QueryAsync(LedgerCollections.Workers, old, cancellationToken)).Items)
        {
            await store.DeleteAsync(LedgerCollections.Workers, worker.Value.Id, worker.Version, cancellationToken);
        }
    }

    private bool IsMine(WorkerStatus status) =>
        status.StartedAt == _startedAt && status.ProcessId == Environment.ProcessId && status.Machine == Environment.MachineName;

    private WorkerStatus Status() => new()
    {
        Id = options.Value.WorkerId,
        Machine = Environment.MachineName,
        ProcessId = Environment.ProcessId,
        Version = WorkerVersion.Worker,
        StartedAt = _startedAt,
        BeatAt = time.GetUtcNow(),
        BeatInterval = options.Value.BeatInterval,
        Stopping = _stopping,
        Jobs = activity.Jobs,
        Queues = activity.Queues,
        Tally = activity.Tally,
        MemoryBytes = Environment.WorkingSet,
        Browser = browser.Status(),
    };
}
