using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Tests.Contract;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>Older and newer databases.</summary>
[Category("Server")]
public sealed class MongoMigrationTests : MigrationContract
{
    private const string Meta = "cyberpatrol_meta";
    private readonly string _database = TestMongo.NewDatabase();

    protected override string Place => $"/{_database}";

    protected override async Task<IDocumentStore> OpenStoreAsync() => await OpenMongoAsync();

    [TestCase(99, "schemas up to 1", "Update this program")]
    [TestCase(0, "needs schema 1", "Upgrade it first")]
    public async Task Open_SchemaOfAnotherProgram_NewerSchemaNamesTheVersionsAndUntouched(int found, string known, string advice)
    {
        await FillAsync(Note.Collection);
        await using var behind = await OpenMongoAsync();
        await behind.Database.Collection(Meta)
            .ReplaceOneAsync(new BsonDocument("_id", "schema"), new BsonDocument { ["_id"] = "schema", ["schema"] = found }, cancellationToken: Cancel);
        var store = await OpenAsync();

        Assert.That(
            () => store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "x" }, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.NewerSchema)
                .And.Message.Contains(Place).And.Message.Contains($"schema {found}").And.Message.Contains(known).And.Message.Contains(advice));
        Assert.That(await behind.Database.FindAsync("notes", "x", Cancel), Is.Null);
    }

    [Test]
    public async Task Ensure_IndexesDroppedOrOfAnotherKey_PutRight()
    {
        await FillAsync(Note.Collection);
        await using var behind = await OpenMongoAsync();
        string[] before = await IndexesAsync(behind);
        var indexes = behind.Database.Collection("notes").Indexes;
        await indexes.DropOneAsync("by_words", Cancel);
        await indexes.DropOneAsync("by_place", Cancel);
        await indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(new BsonDocument("elsewhere", 1), new CreateIndexOptions { Name = "by_place" }), cancellationToken: Cancel);

        await (await OpenAsync()).EnsureAsync(Note.Collection, Cancel);

        Assert.That(await IndexesAsync(behind), Is.EquivalentTo(before));
        Assert.That(before, Has.One.Contains("by_place fields.place=1,_id=1").And.One.Contains("by_price_falling").And.One.Contains("by_words"));
    }

    private async Task<MongoDocumentStore> OpenMongoAsync() => new(
        new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = _database, PoolSize = 2 }, TimeProvider.System);

    private static async Task<string[]> IndexesAsync(MongoDocumentStore store) =>
        [.. (await (await store.Database.Collection("notes").Indexes.ListAsync(Cancel)).ToListAsync(Cancel)).Select(i => $"{i["name"]} {string.Join(',', i["key"].AsBsonDocument.Select(k => $"{k.Name}={k.Value.ToInt32()}"))}")];
}
