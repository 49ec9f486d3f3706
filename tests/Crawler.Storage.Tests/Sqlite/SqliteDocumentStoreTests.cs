using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>The embedded store keeps the contract.</summary>
public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    private readonly TemporaryFolder folder = new();

    protected override async Task<IDocumentStore> CreateStoreAsync() => await SqliteDocumentStore.OpenAsync(folder.File("store.db"), cancellationToken: Cancel);

    [TearDown]
    public void DeleteFolder() => folder.Dispose();
}
