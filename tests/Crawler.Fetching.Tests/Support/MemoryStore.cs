using System.Collections.Concurrent;
using Crawler.Storage.Documents;

namespace Crawler.Fetching.Tests.Support;

/// <summary>What fetching needs of a store, with the port's atomicity; each operation yields first, so that races happen.</summary>
internal sealed class MemoryStore : IDocumentStore
{
    private readonly ConcurrentDictionary<(string Collection, string Key), Entry> _documents = new();

    public int Operations;

    /// <summary>Awaited by each replacement before it is made and again before it is answered: a store that is slow to write.</summary>
    public Func<Task> Replacing { get; set; } = () => Task.CompletedTask;

    public Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class => Task.CompletedTask;

    public async Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class
    {
        await StepAsync(cancellationToken);
        return _documents.TryGetValue((collection.Name, key), out var entry) ? new Stored<T>((T)entry.Value, entry.Version) : null;
    }

    public async Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class
    {
        await StepAsync(cancellationToken);
        return _documents.TryAdd((collection.Name, collection.Key(document)), new Entry(document, 1));
    }

    public async Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class
    {
        await StepAsync(cancellationToken);
        await Replacing();
        var key = (collection.Name, collection.Key(document));
        bool replaced = _documents.TryGetValue(key, out var entry) && entry.Version == version && _documents.TryUpdate(
            key, new Entry(document, version + 1), entry);
        await Replacing();
        return replaced;
    }

    public async Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class
    {
        await StepAsync(cancellationToken);
        return _documents.TryRemove((collection.Name, key), out _);
    }

    public Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref Operations);
        await Task.Yield();
    }

    private sealed record Entry(object Value, long Version);
}
