using Crawler.Ledger.Collections;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests.Contract;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>What a program gets that registers the embedded store.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EmbeddedStoreExtensionsTests
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task AddEmbeddedStore_Folder_StoreAndBlobsInIt()
    {
        string data = _folder.File("new/data");
        var services = new ServiceCollection().AddEmbeddedStore(data).BuildServiceProvider();
        await using (services)
        {
            var store = services.GetRequiredService<IDocumentStore>();
            Assert.That(data, Does.Not.Exist, "nothing is opened before it is used");

            await LedgerCollections.EnsureAllAsync(store, Cancel);
            await store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "a" }, Cancel);
            await using var content = new MemoryStream([1, 2, 3]);
            var info = await services.GetRequiredService<IBlobStore>().PutAsync(content, Cancel);

            Assert.That(Path.Combine(data, "cyberpatrol.db"), Does.Exist);
            Assert.That(Path.Combine(data, "blobs", info.Sha256[..2], info.Sha256[2..]), Does.Exist);
            Assert.That(services.GetRequiredService<IDocumentStore>(), Is.SameAs(store));
        }

        Assert.That(Path.Combine(data, "cyberpatrol.db-wal"), Does.Not.Exist, "the file is closed with the provider");
    }

    [Test]
    public void AddEmbeddedStore_OptionOutOfRange_NamesSettingValueAndWhatIsValid()
    {
        using var services = new ServiceCollection().AddEmbeddedStore(o =>
        {
            o.DataDirectory = _folder.Path;
            o.MaxReaders = 1000;
        }).BuildServiceProvider();

        Assert.That(
            services.GetRequiredService<IDocumentStore>,
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MaxReaders").And.Message.Contains("1000").And.Message.Contains("1 to 64"));
    }

    [TestCase("")]
    [TestCase("  ")]
    public void Problem_NoFolder_NamesIt(string directory) =>
        Assert.That(new EmbeddedStoreOptions { DataDirectory = directory }.Problem(), Does.Contain("DataDirectory"));
}
