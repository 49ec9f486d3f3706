using System.Collections.Concurrent;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Writing;

/// <summary>
/// One thread writes. Whatever has queued up while the last transaction went to disk goes into the next one, so that many callers share one flush and yet
/// each is told only when its change is durable.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    // Bounds the memory and the time of one transaction, not the throughput: a flush costs as much as some hundred changes.
    private const int MaxBatch = 1000;

    private readonly BlockingCollection<WriteOperation> _waiting = [];
    private readonly SqliteSession _session;
    private readonly Thread _writer;

    public WriteQueue(SqliteSession session)
    {
        this._session = session;
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "store writer" };
        _writer.Start();
    }

    public Task<TResult> RunAsync<TResult>(Func<WriteScope, TResult> change, CancellationToken cancellationToken)
    {
        var operation = new WriteOperation<TResult>(change, cancellationToken);
        try
        {
            _waiting.Add(operation, CancellationToken.None);
        }
        catch (InvalidOperationException e)
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore), e);
        }

        return operation.Done;
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _writer.Join();
        _waiting.Dispose();
        _session.Dispose();
    }

    private void WriteAll()
    {
        var batch = new List<WriteOperation>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < MaxBatch && _waiting.TryTake(out var next))
            {
                batch.Add(next);
            }

            Write(batch);
        }
    }

    private void Write(IReadOnlyList<WriteOperation> batch)
    {
        try
        {
            WriteTogether(batch);
        }
        catch (Exception e) when (batch.Count == 1 || e is StoreException { Problem: StoreProblem.Locked })
        {
            foreach (var operation in batch)
            {
                operation.Fail(e);
            }
        }
        catch (Exception)
        {
            // One of them cannot be written. Alone, each gets its own answer. (Savepoints would make the full-text index flush at every one of them.)
            foreach (var operation in batch)
            {
                Write([operation]);
            }
        }
    }

    private void WriteTogether(IReadOnlyList<WriteOperation> batch)
    {
        var written = new List<WriteOperation>(batch.Count);
        _session.Execute("BEGIN IMMEDIATE");
        try
        {
            var scope = new WriteScope(_session);
            foreach (var operation in batch)
            {
                if (operation.IsCancelled)
                {
                    operation.Cancel();
                    continue;
                }

                operation.Apply(scope);
                written.Add(operation);
            }

            scope.Flush();
            _session.Execute("COMMIT");
        }
        catch (Exception)
        {
            // A full disk makes SQLite roll back by itself.
            if (_session.InTransaction)
            {
                _session.Execute("ROLLBACK");
            }

            throw;
        }

        foreach (var operation in written)
        {
            operation.Complete();
        }
    }
}
