using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Sqlite;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>A store that can be opened again and weighed.</summary>
internal abstract class StoreUnderTest
{
    /// <summary>A store with its documents; its connections and caches are new.</summary>
    public abstract Task<IDocumentStore> OpenAsync(CancellationToken cancellationToken);

    /// <summary>What it takes on disk, indexes included.</summary>
    public abstract Task<long> BytesAsync(CancellationToken cancellationToken);

    public static StoreUnderTest Sqlite(string folder) => new SqliteUnderTest(Path.Combine(folder, "bench.db"));

    public static StoreUnderTest Mongo(string connection, string database) =>
        new MongoUnderTest(new MongoStoreOptions { ConnectionString = connection, Database = database, CommandTimeout = TimeSpan.FromMinutes(30) });

    private sealed class SqliteUnderTest(string path) : StoreUnderTest
    {
        public override async Task<IDocumentStore> OpenAsync(CancellationToken cancellationToken) => await SqliteDocumentStore.OpenAsync(path, cancellationToken: cancellationToken);

        public override Task<long> BytesAsync(CancellationToken cancellationToken) => Task.FromResult(new FileInfo(path).Length);
    }

    private sealed class MongoUnderTest(MongoStoreOptions options) : StoreUnderTest
    {
        public override Task<IDocumentStore> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IDocumentStore>(new MongoDocumentStore(options, TimeProvider.System));

        public override async Task<long> BytesAsync(CancellationToken cancellationToken)
        {
            await using var store = new MongoDocumentStore(options, TimeProvider.System);
            var reply = await store.Database.WriteAsync(new BsonMap { ["collStats"] = "listings" }, cancellationToken);
            return reply.Body.Get("storageSize").Int64 + reply.Body.Get("totalIndexSize").Int64;
        }
    }
}
