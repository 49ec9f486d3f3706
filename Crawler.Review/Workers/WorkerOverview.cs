using Crawler.Contracts.Workers;
using Crawler.Ledger.Workers;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Review.Workers;

/// <summary>
/// Workers and queues as they stand. However many pages and programs ask, the store is read at most once per <see cref="ReviewOptions.ProgressInterval"/>.
/// </summary>
internal sealed class WorkerOverview(IDocumentStore store, IOptions<ReviewOptions> options, TimeProvider time) : IDisposable
{
    private readonly WorkerReader _workers = new(store);
    private readonly QueueReader _queues = new(store);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private WorkersView? _last;

    public async Task<WorkersView> ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_last is null || now - _last.At >= options.Value.ProgressInterval)
            {
                var workers = await _workers.ReadAsync(now, cancellationToken);
                _last = new WorkersView(now, workers, await _queues.ReadAsync(now, workers, cancellationToken));
            }

            return _last;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();
}

/// <summary>All of it at one instant.</summary>
internal sealed record WorkersView(DateTimeOffset At, IReadOnlyList<WorkerStatus> Workers, QueueOverview Queues);
