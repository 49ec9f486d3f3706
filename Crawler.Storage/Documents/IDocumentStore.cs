namespace Crawler.Storage.Documents;

/// <summary>
/// Where everything is kept. Two adapters, one contract suite; every operation is atomic and durable when its task completes.
/// Infrastructure failures surface as <see cref="StoreException"/>, which names the store and what to do.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Creates what the collection needs (table, indexes), rebuilding indexes when the declaration is newer. Safe to repeat and to race.</summary>
    Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class;

    /// <summary>The document with the key, or null.</summary>
    Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Stores the document if its key is free. False: it was taken, and nothing changed.</summary>
    Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Replaces the document if it still has the version. False: it has another, or is gone, and nothing changed.</summary>
    Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
        where T : class;

    /// <summary>One page of answers.</summary>
    /// <exception cref="ArgumentException">The query names a field that the collection does not declare, or a cursor of another query.</exception>
    Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class;

    /// <summary>How many documents match (limit and cursor are ignored).</summary>
    Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Counts by value over all documents that match (limit and cursor are ignored), one list per request, most frequent first (bands in order, days newest
    /// first).
    /// </summary>
    Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Removes the document (if <paramref name="version"/> is given: only with that version). False: nothing to remove.</summary>
    Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
        where T : class;
}
