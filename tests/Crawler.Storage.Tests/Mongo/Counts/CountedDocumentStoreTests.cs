using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Mongo.Counts;

/// <summary>A store that keeps the counts of every collection keeps the contract.</summary>
[Category("Server")]
public sealed class CountedDocumentStoreTests : DocumentStoreContract
{
    protected override async Task<IDocumentStore> CreateStoreAsync()
    {
        var store = new CountingStore(new MongoDocumentStore(
            new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = TestMongo.NewDatabase() }, TimeProvider.System));
        await store.EnsureAsync(Note.Collection, TestContext.CurrentContext.CancellationToken);
        return store;
    }

    /// <summary>Declares every facet of a note's collection as one to be kept.</summary>
    private sealed class CountingStore(MongoDocumentStore inner) : IDocumentStore, IAsyncDisposable
    {
        private readonly Dictionary<object, object> _counted = new(ReferenceEqualityComparer.Instance);

        public Task EnsureAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
            where T : class => inner.EnsureAsync(Counted(collection), cancellationToken);

        public Task<Stored<T>?> GetAsync<T>(DocumentCollection<T> collection, string key, CancellationToken cancellationToken)
            where T : class => inner.GetAsync(Counted(collection), key, cancellationToken);

        public Task<bool> InsertIfAbsentAsync<T>(DocumentCollection<T> collection, T document, CancellationToken cancellationToken)
            where T : class => inner.InsertIfAbsentAsync(Counted(collection), document, cancellationToken);

        public Task<bool> ReplaceIfVersionAsync<T>(DocumentCollection<T> collection, T document, long version, CancellationToken cancellationToken)
            where T : class => inner.ReplaceIfVersionAsync(Counted(collection), document, version, cancellationToken);

        public Task<Page<T>> QueryAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
            where T : class => inner.QueryAsync(Counted(collection), query, cancellationToken);

        public Task<long> CountAsync<T>(DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellationToken)
            where T : class => inner.CountAsync(Counted(collection), query, cancellationToken);

        public Task<IReadOnlyList<IReadOnlyList<FacetCount>>> FacetsAsync<T>(
            DocumentCollection<T> collection, DocumentQuery query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken)
            where T : class => inner.FacetsAsync(Counted(collection), query, facets, cancellationToken);

        public Task<bool> DeleteAsync<T>(DocumentCollection<T> collection, string key, long? version, CancellationToken cancellationToken)
            where T : class => inner.DeleteAsync(Counted(collection), key, version, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private DocumentCollection<T> Counted<T>(DocumentCollection<T> collection)
            where T : class
        {
            lock (_counted)
            {
                if (!_counted.TryGetValue(collection, out object? known))
                {
                    known = collection with { CountedFacets = [.. collection.Fields.Select(f => new FacetRequest(f.Name, Bands: f.Type is FieldType.Number ? [-1, 0, 10, 12.5, 20] : null))] };
                    _counted[collection] = known;
                }

                return (DocumentCollection<T>)known;
            }
        }
    }
}
