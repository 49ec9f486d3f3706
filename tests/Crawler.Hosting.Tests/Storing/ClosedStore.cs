using Crawler.Storage.Documents;

namespace Crawler.Hosting.Tests.Storing;

/// <summary>A store that cannot be opened so many times, and then can. It holds nothing.</summary>
internal sealed class ClosedStore(StoreProblem problem, int times) : IDocumentStore
{
    public int Tries { get; private set; }

    public Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class => Tries++ < times ? throw new StoreException(problem, "no answer") : Task.CompletedTask;

    public Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();

    public Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class => throw new NotSupportedException();
}
