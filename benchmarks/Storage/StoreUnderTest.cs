using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Sqlite;
using MongoDB.Bson;
using MongoDB.Driver;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>A store that can be opened again and weighed.</summary>
internal abstract class StoreUnderTest
{
    /// <summary>A store with its documents; its connections and caches are new.</summary>
    public abstract Task<IDocumentStore> OpenAsync(CancellationToken cancellationToken);

    public abstract Task<bool> HasListingsAsync(CancellationToken cancellationToken);

    /// <summary>Puts many listings into the store at once; only for one that has none yet.</summary>
    public abstract Task FillAsync(ListingFactory factory, int count, CancellationToken cancellationToken);

    /// <summary>What it takes on disk, indexes included.</summary>
    public abstract Task<long> BytesAsync(CancellationToken cancellationToken);

    public static StoreUnderTest Sqlite(string folder) => new SqliteUnderTest(Path.Combine(folder, "bench.db"));

    public static StoreUnderTest Mongo(string connection, string database) =>
        new MongoUnderTest(new MongoStoreOptions { ConnectionString = connection, Database = database, CommandTimeout = TimeSpan.FromHours(1) });

    private sealed class SqliteUnderTest(string path) : StoreUnderTest
    {
        public override async Task<IDocumentStore> OpenAsync(CancellationToken cancellationToken) => await SqliteDocumentStore.OpenAsync(path, cancellationToken: cancellationToken);

        public override Task<bool> HasListingsAsync(CancellationToken cancellationToken) => Task.FromResult(File.Exists(path));

        public override async Task FillAsync(ListingFactory factory, int count, CancellationToken cancellationToken)
        {
            await using var store = await SqliteDocumentStore.OpenAsync(path, cancellationToken: cancellationToken);
            await BulkFill.SqliteAsync(store, factory, 0, count, cancellationToken);
        }

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => Task.FromResult(new FileInfo(path).Length);
    }

    private sealed class MongoUnderTest(MongoStoreOptions options) : StoreUnderTest
    {
        public override Task<IDocumentStore> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IDocumentStore>(new MongoDocumentStore(options, TimeProvider.System));

        public override async Task<bool> HasListingsAsync(CancellationToken cancellationToken)
        {
            await using var store = new MongoDocumentStore(options, TimeProvider.System);
            return await store.Database.Collection(LedgerCollections.Listings.Name).Find(Builders<BsonDocument>.Filter.Empty).Limit(1).AnyAsync(cancellationToken);
        }

        public override async Task FillAsync(ListingFactory factory, int count, CancellationToken cancellationToken)
        {
            await using var store = new MongoDocumentStore(options, TimeProvider.System);
            await BulkFill.MongoAsync(store, factory, 0, count, cancellationToken);
        }

        public override async Task<long> BytesAsync(CancellationToken cancellationToken)
        {
            await using var store = new MongoDocumentStore(options, TimeProvider.System);
            var sizes = await store.Database.Driver.RunCommandAsync<BsonDocument>(new BsonDocument("collStats", LedgerCollections.Listings.Name), cancellationToken: cancellationToken);
            return sizes["storageSize"].ToInt64() + sizes["totalIndexSize"].ToInt64();
        }
    }
}
