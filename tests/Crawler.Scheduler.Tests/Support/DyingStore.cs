using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>A process that is killed at its n-th write: that write and everything after it never happens.</summary>
internal sealed class DyingStore(IDocumentStore inner, int writesToLive) : IDocumentStore
{
    private int _writes;

    public bool Died => Volatile.Read(ref _writes) > writesToLive;

    public Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class => inner.EnsureAsync(collection, cancellationToken);

    public Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class => Alive(() => inner.GetAsync(collection, key, cancellationToken));

    public Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class => Write(() => inner.InsertIfAbsentAsync(collection, document, cancellationToken));

    public Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class => Write(() => inner.ReplaceIfVersionAsync(collection, document, version, cancellationToken));

    public Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class => Write(() => inner.DeleteAsync(collection, key, version, cancellationToken));

    public Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => Alive(() => inner.QueryAsync(collection, query, cancellationToken));

    public Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => Alive(() => inner.CountAsync(collection, query, cancellationToken));

    public Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class => Alive(() => inner.FacetsAsync(collection, query, facets, cancellationToken));

    private Task<TResult> Write<TResult>(Func<Task<TResult>> write)
    {
        Interlocked.Increment(ref _writes);
        return Alive(write);
    }

    private Task<TResult> Alive<TResult>(Func<Task<TResult>> act) =>
        Died ? throw new KilledException() : act();
}

/// <summary>The process is no more.</summary>
internal sealed class KilledException : Exception;
