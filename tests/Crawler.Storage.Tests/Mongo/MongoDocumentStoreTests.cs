using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>The distributed store keeps the contract.</summary>
[Category("Server")]
public sealed class MongoDocumentStoreTests : DocumentStoreContract
{
    protected override async Task<IDocumentStore> CreateStoreAsync() => new MongoDocumentStore(
        new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = TestMongo.NewDatabase() }, TimeProvider.System);
}
