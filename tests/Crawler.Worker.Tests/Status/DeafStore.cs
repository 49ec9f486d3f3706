using Crawler.Storage.Documents;

namespace Crawler.Worker.Tests.Status;

/// <summary>A store that can be out of reach.</summary>
internal sealed class DeafStore(IDocumentStore inner) : IDocumentStore
{
    public bool Deaf { get; set; }

    public Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.EnsureAsync(collection, cancellationToken));

    public Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.GetAsync(collection, key, cancellationToken));

    public Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.InsertIfAbsentAsync(collection, document, cancellationToken));

    public Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.ReplaceIfVersionAsync(collection, document, version, cancellationToken));

    public Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.DeleteAsync(collection, key, version, cancellationToken));

    public Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.QueryAsync(collection, query, cancellationToken));

    public Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.CountAsync(collection, query, cancellationToken));

    public Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class => Reach(() => inner.FacetsAsync(collection, query, facets, cancellationToken));

    private T Reach<T>(Func<T> act) => Deaf ? throw new StoreException(StoreProblem.Unreachable, "the store does not answer") : act();
}
