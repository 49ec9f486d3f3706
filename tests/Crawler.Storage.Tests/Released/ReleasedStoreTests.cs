using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Ledger.Collections;
using Crawler.Storage.Blobs.GridFs;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace Crawler.Storage.Tests.Released;

/// <summary>
/// What released versions have written opens in this one. <c>Released/0.1</c> holds collections as <c>mongodump --gzip</c> would write them, and the documents as that version read them back.
/// </summary>
[TestFixture("0.1")]
[Category("Server")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReleasedStoreTests(string version)
{
    private MongoDocumentStore? _opened;

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    private MongoDocumentStore Store => _opened!;

    private string Folder => Path.Combine(AppContext.BaseDirectory, "Released", version);

    [SetUp]
    public async Task RestoreAsync()
    {
        _opened = new MongoDocumentStore(new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = TestMongo.NewDatabase() }, TimeProvider.System);
        foreach (string file in Directory.EnumerateFiles(Folder, "*.bson.gz"))
        {
            await Store.Database.Collection(Path.GetFileName(file)[..^".bson.gz".Length]).InsertManyAsync(Documents(file), cancellationToken: Cancel);
        }
    }

    [TearDown]
    public async Task CloseAsync() => await Store.DisposeAsync();

    [Test]
    public async Task Get_EveryDocument_AsTheReleasedVersionReadIt()
    {
        await LedgerCollections.EnsureAllAsync(Store, Cancel);

        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "documents.json"), Cancel));
        int compared = 0;
        foreach (var collection in expected.RootElement.EnumerateObject())
        {
            foreach (var document in collection.Value.EnumerateArray())
            {
                string key = document.GetProperty("key").GetString()!;
                var (json, stored) = await GetAsync(collection.Name, key);
                Assert.That(stored, Is.EqualTo(document.GetProperty("version").GetInt64()), key);
                using var now = JsonDocument.Parse(json);
                Assert.That(Missing(document.GetProperty("document"), now.RootElement, key), Is.Empty);
                compared++;
            }
        }

        Assert.That(compared, Is.EqualTo(9));
    }

    [Test]
    public async Task Query_FieldsWordsAndFacets_Found()
    {
        async Task<IEnumerable<string?>> FindAsync(DocumentQuery query) => (await Store.QueryAsync(LedgerCollections.Listings, query, Cancel)).Items.Select(i => i.Value.SiteListingId);

        Assert.That(await FindAsync(new DocumentQuery { Where = [Filter.Range("price", 10, 20)] }), Is.EqualTo(["1"]));
        Assert.That(await FindAsync(new DocumentQuery { Text = "ivor", OrderBy = new Sort("price") }), Is.EqualTo(["4", "1", "2"]));
        Assert.That(await FindAsync(new DocumentQuery { Text = "\"ivoren beeldje\"" }), Is.EqualTo(["2"]));
        Assert.That((await Store.FacetsAsync(LedgerCollections.Listings, new DocumentQuery(), [new FacetRequest("language")], Cancel)).Single(), Is.EqualTo([new FacetCount("nl", 3)]));
        Assert.That(await Store.CountAsync(LedgerCollections.Jobs, new DocumentQuery { Where = [Filter.AnyOf("state", "Sent")] }, Cancel), Is.EqualTo(1));
    }

    [Test]
    public async Task Replace_ReleasedDocument_ByItsVersion()
    {
        var job = await Store.GetAsync(LedgerCollections.Jobs, "job-2", Cancel);

        Assert.That(await Store.ReplaceIfVersionAsync(LedgerCollections.Jobs, job!.Value with { Priority = 7 }, job.Version, Cancel), Is.True);
        Assert.That((await Store.GetAsync(LedgerCollections.Jobs, "job-2", Cancel))!.Value.Priority, Is.EqualTo(7));
    }

    [Test]
    public async Task Open_Blobs_EveryByte()
    {
        using var blobs = new GridFsBlobStore(Store, "evidence", TimeProvider.System);
        var capture = await Store.GetAsync(LedgerCollections.Captures, "capture-1", Cancel);

        foreach (var file in capture!.Value.Files)
        {
            await using var content = await blobs.OpenAsync(file.Sha256, Cancel);
            await using var copy = new MemoryStream();
            await content!.CopyToAsync(copy, Cancel);
            Assert.That(copy.Length, Is.EqualTo(file.Size));
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())), Is.EqualTo(file.Sha256));
        }

        Assert.That(capture.Value.Files.Select(f => f.Size), Is.EqualTo([15, 300_000]), "one of them has several chunks");
    }

    private static List<BsonDocument> Documents(string file)
    {
        using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        bytes.Position = 0;
        using var reader = new BsonBinaryReader(bytes);
        var documents = new List<BsonDocument>();
        while (bytes.Position < bytes.Length)
        {
            documents.Add(BsonSerializer.Deserialize<BsonDocument>(reader));
        }

        return documents;
    }

    private Task<(string Json, long Version)> GetAsync(string collection, string key) => collection switch
    {
        "watch_lists" => GetAsync(LedgerCollections.WatchLists, key),
        "listings" => GetAsync(LedgerCollections.Listings, key),
        "sellers" => GetAsync(LedgerCollections.Sellers, key),
        "captures" => GetAsync(LedgerCollections.Captures, key),
        "jobs" => GetAsync(LedgerCollections.Jobs, key),
        _ => throw new ArgumentException($"the kept store has a collection '{collection}' that this test does not know", nameof(collection)),
    };

    private async Task<(string Json, long Version)> GetAsync<T>(DocumentCollection<T> collection, string key)
        where T : class
    {
        var stored = await Store.GetAsync(collection, key, Cancel);
        return (JsonSerializer.Serialize(stored!.Value, ContractsJson.Options), stored.Version);
    }

    /// <summary>What the released version had read and this one has not, or otherwise. Members that are new since do not count.</summary>
    private static IEnumerable<string> Missing(JsonElement released, JsonElement now, string path) => released.ValueKind switch
    {
        JsonValueKind.Object when now.ValueKind is JsonValueKind.Object => released.EnumerateObject().SelectMany(
            m => now.TryGetProperty(m.Name, out var same) ? Missing(m.Value, same, $"{path}.{m.Name}") : [$"{path}.{m.Name} is gone"]),
        JsonValueKind.Array when now.ValueKind is JsonValueKind.Array && now.GetArrayLength() == released.GetArrayLength() =>
            released.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, i) => Missing(pair.First, pair.Second, $"{path}[{i}]")),
        _ => released.GetRawText() == now.GetRawText() ? [] : [$"{path} was {released.GetRawText()} and is {now.GetRawText()}"],
    };
}
