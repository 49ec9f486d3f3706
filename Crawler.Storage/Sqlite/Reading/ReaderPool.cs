using System.Collections.Concurrent;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Reading;

/// <summary>Connections that read, as many at a time as allowed; a connection used last is used first, since its cache is warm.</summary>
internal sealed class ReaderPool(Func<SqliteSession> open, int size) : IDisposable
{
    private readonly ConcurrentStack<SqliteSession> _idle = new();
    private readonly SemaphoreSlim _places = new(size);
    private volatile bool _closed;

    /// <summary>A short read: on the caller's thread, since changing threads would take longer.</summary>
    public async Task<T> RunShortAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return Run(read, cancellationToken);
    }

    /// <summary>A read that may take long, off the caller's thread.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return await Task.Run(() => Run(read, cancellationToken), CancellationToken.None);
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private T Run<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        SqliteSession? session = null;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteDocumentStore));
            if (!_idle.TryPop(out session))
            {
                session = open();
            }

            return session.Interruptible(s => InSnapshot(s, read), cancellationToken);
        }
        finally
        {
            if (session is not null)
            {
                _idle.Push(session);
                if (_closed)
                {
                    Dispose();
                }
            }

            _places.Release();
        }
    }

    private static T InSnapshot<T>(SqliteSession session, Func<SqliteSession, T> read)
    {
        // All statements of one read see the same state.
        session.Execute("BEGIN");
        try
        {
            return read(session);
        }
        finally
        {
            if (session.InTransaction)
            {
                session.Execute("ROLLBACK");
            }
        }
    }
}
