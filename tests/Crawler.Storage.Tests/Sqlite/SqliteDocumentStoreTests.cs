using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>The embedded store keeps the contract.</summary>
public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override async Task<IDocumentStore> CreateStoreAsync() =>
        await SqliteDocumentStore.OpenAsync(_folder.File("store.db"), cancellationToken: Cancel);

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();
}
