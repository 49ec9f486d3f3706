using System.Collections.Concurrent;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Queries;
using Crawler.Storage.Sqlite.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crawler.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file, any number of processes on one machine. The file is opened (and created) by the first operation. Documents, versions
/// and answers are those of the port; a collection that was not ensured is ensured by its first use.
/// </summary>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<object, object> _layouts = new(ReferenceEqualityComparer.Instance);
    private readonly SemaphoreSlim _opening = new(1);
    private readonly EmbeddedStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private StoreFile? _file;
    private bool _disposed;

    /// <exception cref="ArgumentException">An option is out of its range; the message says which and what would be valid.</exception>
    public SqliteDocumentStore(EmbeddedStoreOptions options, TimeProvider time, ILogger<SqliteDocumentStore>? log = null)
        : this(options, Path.Combine(options.DataDirectory, EmbeddedStoreOptions.FileName), time, (ILogger?)log ?? NullLogger.Instance)
    {
    }

    private SqliteDocumentStore(EmbeddedStoreOptions options, string path, TimeProvider time, ILogger log)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        this._options = options;
        this._time = time;
        this._log = log;
        FilePath = Path.GetFullPath(path);
    }

    /// <summary>The store's file, absolute.</summary>
    public string FilePath { get; }

    /// <summary>Opens the file (any name), creating it and its folder when missing. Dispose the store to close it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="configure">Changes the defaults. Null: leave them.</param>
    /// <exception cref="StoreException">It cannot be opened, or is no store, or a newer program's.</exception>
    public static async Task<SqliteDocumentStore> OpenAsync(
        string path, Action<EmbeddedStoreOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var chosen = new EmbeddedStoreOptions { DataDirectory = Path.GetDirectoryName(Path.GetFullPath(path))! };
        configure?.Invoke(chosen);
        var store = new SqliteDocumentStore(chosen, path, TimeProvider.System, NullLogger.Instance);
        await store.OpenedAsync(cancellationToken);
        return store;
    }

    public async Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class
    {
        await ReadyAsync(collection, cancellationToken);
    }

    public async Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class
    {
        CollectionShape.CheckKey(key);
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        return await opened.Reads.RunShortAsync(s => DocumentReader.Get(s, layout, key), cancellationToken);
    }

    public async Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class
    {
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        var prepared = layout.Prepare(document);
        return await opened.Writes.RunAsync(scope => DocumentWriter.Insert(scope, layout.Tables, prepared), cancellationToken);
    }

    public async Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class
    {
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        var prepared = layout.Prepare(document);
        return await opened.Writes.RunAsync(scope => DocumentWriter.Replace(scope, layout.Tables, prepared, version), cancellationToken);
    }

    public async Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class
    {
        CollectionShape.CheckKey(key);
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        return await opened.Writes.RunAsync(scope => DocumentWriter.Delete(scope, layout.Tables, key, version), cancellationToken);
    }

    public async Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        var search = new PageSearch(layout.Tables, query);
        return await opened.Reads.RunAsync(s => search.Run(s, layout), cancellationToken);
    }

    public async Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        var conditions = new Conditions(layout.Tables, query);
        return await opened.Reads.RunAsync(conditions.Count, cancellationToken);
    }

    public async Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class
    {
        var (opened, layout) = await ReadyAsync(collection, cancellationToken);
        var pass = new FacetPass(layout.Tables, query, facets);
        return await opened.Reads.RunAsync(pass.Run, cancellationToken);
    }

    /// <summary>Finishes the writes that are queued, then closes the file. Repeating it does nothing.</summary>
    public void Dispose()
    {
        // A container that knows the store under several names disposes of it once for each.
        if (_disposed)
            return;
        _disposed = true;
        Interlocked.Exchange(ref _file, null)?.Dispose();
        _opening.Dispose();
    }

    /// <inheritdoc cref="Dispose" />
    public async ValueTask DisposeAsync() => await Task.Run(Dispose);

    private async ValueTask<(StoreFile File, CollectionLayout<T> Layout)> ReadyAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class
    {
        var opened = _file ?? await OpenedAsync(cancellationToken);
        if (_layouts.TryGetValue(collection, out object? known))
        {
            return (opened, (CollectionLayout<T>)known);
        }

        var layout = new CollectionLayout<T>(collection);
        if (!await opened.Reads.RunShortAsync(s => CollectionKeeper.IsReady(s, layout.Tables), cancellationToken))
        {
            await opened.Writes.RunAsync(scope => CollectionKeeper.Ensure(scope, layout, _log), cancellationToken);
        }

        _layouts[collection] = layout;
        return (opened, layout);
    }

    private async Task<StoreFile> OpenedAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_file is null)
            {
                _file = await StoreFile.OpenAsync(FilePath, _options, _time, cancellationToken);
                Log.OpenedStore(_log, FilePath);
            }

            return _file;
        }
        finally
        {
            _opening.Release();
        }
    }
}
