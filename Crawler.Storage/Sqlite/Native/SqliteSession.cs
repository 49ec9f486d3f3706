using Crawler.Storage.Documents;
using SQLitePCL;

namespace Crawler.Storage.Sqlite.Native;

/// <summary>One connection to the file, used by one thread at a time. Failures are <see cref="StoreException"/>.</summary>
internal sealed class SqliteSession : IDisposable
{
    // Query shapes differ by filters and by how many values each names; more than this and the oldest are prepared anew.
    private const int MaxStatements = 200;

    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly Queue<string> _ages = new();
    private readonly sqlite3 _handle;
    private readonly TimeSpan _lockTimeout;
    private CancellationToken _interruptedBy;

    static SqliteSession() => Batteries_V2.Init();

    public SqliteSession(string path, TimeSpan lockTimeout)
    {
        Path = path;
        this._lockTimeout = lockTimeout;
        int code = raw.sqlite3_open_v2(path, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            var fault = Fault(code);
            _handle?.Dispose();
            throw fault;
        }

        _ = raw.sqlite3_extended_result_codes(_handle, 1);
        _ = raw.sqlite3_busy_timeout(_handle, (int)lockTimeout.TotalMilliseconds);
    }

    public string Path { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows that the last insert, update or delete touched.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    public long LastInsertId => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>The statement, ready to bind. At most one use of the same text at a time.</summary>
    public SqliteStatement Use(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            DropOldest();
            statement = Prepare(sql);
            _statements.Add(sql, statement);
            _ages.Enqueue(sql);
        }

        statement.InUse = true;
        return statement;
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The first column of the first row, or null.</summary>
    public string? Scalar(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() && !statement.IsNull(0) ? statement.Text(0) : null;
    }

    /// <summary>Runs <paramref name="work"/> so that cancelling stops SQLite too.</summary>
    public T Interruptible<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _interruptedBy = cancellationToken;
        try
        {
            using (cancellationToken.UnsafeRegister(static s => raw.sqlite3_interrupt((sqlite3)s!), _handle))
            {
                return work(this);
            }
        }
        finally
        {
            _interruptedBy = CancellationToken.None;
        }
    }

    public Exception Fault(int code)
    {
        if ((code & 0xff) == raw.SQLITE_INTERRUPT)
        {
            return new OperationCanceledException(_interruptedBy);
        }

        string detail = _handle is { IsInvalid: false } ? raw.sqlite3_errmsg(_handle).utf8_to_string() : raw.sqlite3_errstr(code).utf8_to_string();
        return SqliteFault.From(code, detail, Path, _lockTimeout);
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Free();
        }

        _statements.Clear();
        _handle.Dispose();
    }

    private void DropOldest()
    {
        for (int tries = _ages.Count; tries > 0 && _statements.Count >= MaxStatements; tries--)
        {
            string oldest = _ages.Dequeue();
            if (_statements[oldest].InUse)
            {
                _ages.Enqueue(oldest);
                continue;
            }

            _statements.Remove(oldest, out var statement);
            statement!.Free();
        }
    }

    private SqliteStatement Prepare(string sql)
    {
        const uint persistent = 0x01;
        int code = raw.sqlite3_prepare_v3(_handle, sql, persistent, out var statement);
        return code == raw.SQLITE_OK ? new SqliteStatement(this, statement) : throw Fault(code);
    }
}
