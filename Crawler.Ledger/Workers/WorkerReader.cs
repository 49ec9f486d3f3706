using Crawler.Contracts.Workers;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Workers;

/// <summary>Reads what workers say of themselves.</summary>
public sealed class WorkerReader(IDocumentStore store)
{
    /// <summary>All workers heard from within <see cref="WorkerStatus.Memory"/> before <paramref name="now"/>, by id.</summary>
    public async Task<IReadOnlyList<WorkerStatus>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var workers = new List<WorkerStatus>();
        var recent = new DocumentQuery { Where = [Filter.Range(WorkerFields.BeatAt, now - WorkerStatus.Memory, null)], Limit = 500 };
        await foreach (var worker in store.QueryAllAsync(LedgerCollections.Workers, recent, cancellationToken))
        {
            workers.Add(worker.Value);
        }

        return workers;
    }
}
