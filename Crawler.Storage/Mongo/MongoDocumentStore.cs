using System.Collections.Concurrent;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Connecting;
using Crawler.Storage.Mongo.Counts;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Mongo.Queries;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo;

/// <summary>
/// The distributed store: MongoDB 7 or later, any number of processes on any number of machines. The server is connected to by the first operation.
/// Documents, versions and answers are those of the port; a collection that was not ensured is ensured by its first use. Writes are confirmed by the
/// majority of a replica set, unless the connection string says otherwise.
/// </summary>
public sealed class MongoDocumentStore : IDocumentStore, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<object, object> _layouts = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, CollectionCounts> _counts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _ensuring = new(1);
    private readonly Func<MongoDatabase> _connect;
    private readonly Lock _connecting = new();
    private readonly VersionClock _versions;
    private readonly CountTimes _times;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private MongoDatabase? _connected;
    private bool _schemaChecked;
    private bool _disposed;

    /// <exception cref="ArgumentException">An option is out of its range; the message says which and what would be valid.</exception>
    public MongoDocumentStore(MongoStoreOptions options, TimeProvider time, ILogger<MongoDocumentStore>? log = null)
        : this(() => MongoConnecting.Open(options, time, log ?? NullLogger<MongoDocumentStore>.Instance), time, log)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }

    internal MongoDocumentStore(Func<MongoDatabase> connect, TimeProvider time, ILogger? log = null, CountTimes? times = null)
    {
        this._connect = connect;
        this._time = time;
        this._times = times ?? new CountTimes();
        _versions = new VersionClock(time, MongoConnecting.Draw);
        this._log = log ?? NullLogger.Instance;
    }

    /// <summary>The database, for what is stored in it beside documents.</summary>
    internal MongoDatabase Database
    {
        get
        {
            lock (_connecting)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return _connected ??= _connect();
            }
        }
    }

    public async Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class => await ReadyAsync(collection, cancellationToken);

    public async Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class
    {
        CollectionShape.CheckKey(key);
        var layout = await ReadyAsync(collection, cancellationToken);
        var found = await Database.FindAsync(layout.Shape.Name, key, cancellationToken, MongoShape.VersionMember, MongoShape.DocumentMember);
        return found is null ? null : layout.Read(found, Database.Place);
    }

    public async Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class
    {
        var layout = await ReadyAsync(collection, cancellationToken);
        return await WriterOf(layout).InsertIfAbsentAsync(layout.ToBson(layout.KeyOf(document), document, _versions.Next(), Database.Place), cancellationToken);
    }

    public async Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class
    {
        var layout = await ReadyAsync(collection, cancellationToken);
        var replacement = layout.ToBson(layout.KeyOf(document), document, _versions.Next(after: version), Database.Place);
        return await WriterOf(layout).ReplaceIfVersionAsync(replacement, version, cancellationToken);
    }

    public async Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class
    {
        CollectionShape.CheckKey(key);
        return await WriterOf(await ReadyAsync(collection, cancellationToken)).DeleteAsync(key, version, cancellationToken);
    }

    public async Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var layout = await ReadyAsync(collection, cancellationToken);
        return await new MongoPageSearch(layout.Shape, query).RunAsync(
            find => FindAsync(layout.Shape, find, cancellationToken), found => layout.Read(found, Database.Place));
    }

    public async Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var layout = await ReadyAsync(collection, cancellationToken);
        var filter = MongoFilter.All(MongoFilter.Of(layout.Shape, query));
        return filter.ElementCount == 0 && CountsOf(layout) is { } kept && await kept.ReadAsync([], cancellationToken) is { } known
            ? known.Documents
            : await Database.RunAsync(token => Database.Collection(layout.Shape.Name).CountDocumentsAsync(filter, cancellationToken: token), cancellationToken);
    }

    public async Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class
    {
        var layout = await ReadyAsync(collection, cancellationToken);
        var asked = new MongoFacets(layout.Shape, query, facets);
        return asked.IsUnfiltered && CountsOf(layout) is { } kept && await kept.ReadAsync(asked.Plans, cancellationToken) is { } known
            ? known.Facets
            : await asked.RunAsync(pipeline => Database.AggregateAsync(layout.Shape.Name, pipeline, cancellationToken));
    }

    /// <inheritdoc cref="DisposeAsync" />
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Waits a few seconds for the operations under way, then closes the connections. Repeating it does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        MongoDatabase? open;
        lock (_connecting)
        {
            // A container that knows the store under several names disposes of it once for each.
            (open, _connected, _disposed) = (_connected, null, true);
        }

        if (open is not null)
        {
            await Task.WhenAll(_counts.Values.Select(c => c.StopAsync()));
            await open.DrainAsync();
            await Task.WhenAll(_counts.Values.Select(c => c.DisposeAsync().AsTask()));
            await open.DisposeAsync();
        }
    }

    private MongoWriter WriterOf<T>(MongoLayout<T> layout)
        where T : class => new(Database, layout.Shape, CountsOf(layout));

    private CollectionCounts? CountsOf<T>(MongoLayout<T> layout)
        where T : class => layout.CountedFacets.Count == 0 ? null
        : _counts.GetOrAdd($"{layout.Shape.Name} {layout.Shape.Print}", _ => new CollectionCounts(Database, layout.Shape, layout.CountedFacets, _times, _time, _log));

    private Task<List<BsonDocument>> FindAsync(MongoShape shape, MongoFind find, CancellationToken cancellationToken)
    {
        var options = new FindOptions { BatchSize = find.Limit };
        var members = MongoDatabase.Members(find.Members);
        var found = Database.Collection(shape.Name).Find(find.Filter, options).Sort(find.Sort).Limit(find.Limit).Project<BsonDocument>(members);
        return Database.RunAsync(token => found.ToListAsync(token), cancellationToken);
    }

    private async ValueTask<MongoLayout<T>> ReadyAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class
    {
        if (_layouts.TryGetValue(collection, out object? known))
        {
            return (MongoLayout<T>)known;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var layout = new MongoLayout<T>(collection);
        var keeper = new MongoKeeper(Database, _log);
        await _ensuring.WaitAsync(cancellationToken);
        try
        {
            if (!_schemaChecked)
            {
                await keeper.CheckSchemaAsync(cancellationToken);
                _schemaChecked = true;
                Log.OpenedStore(_log, Database.Place);
            }

            if (!_layouts.ContainsKey(collection))
            {
                await keeper.EnsureAsync(layout.Shape, document => layout.Computed(layout.Read(document, Database.Place).Value), cancellationToken);
                if (CountsOf(layout) is { } kept)
                {
                    await kept.BeginEmptyAsync(cancellationToken);
                }

                _layouts[collection] = layout;
            }
        }
        finally
        {
            _ensuring.Release();
        }

        return layout;
    }
}
