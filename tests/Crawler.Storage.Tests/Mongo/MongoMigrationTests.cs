using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>Older and newer databases.</summary>
[Category("Server")]
public sealed class MongoMigrationTests : MigrationContract
{
    private const string Meta = "cyberpatrol_meta";
    private readonly string database = TestMongo.NewDatabase();

    protected override string Place => $"/{database}";

    protected override async Task<IDocumentStore> OpenStoreAsync() => await OpenMongoAsync();

    [TestCase(99, "schemas up to 1", "Update this program")]
    [TestCase(0, "needs schema 1", "Upgrade it first")]
    public async Task Open_SchemaOfAnotherProgram_NewerSchemaNamesTheVersionsAndUntouched(int found, string known, string advice)
    {
        await FillAsync(Note.Collection);
        await using var behind = await OpenMongoAsync();
        await behind.Database.ReplaceAsync(Meta, new BsonMap { ["_id"] = "schema" }, new BsonMap { ["_id"] = "schema", ["schema"] = found }, Cancel);
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
        await behind.Database.WriteAsync(new BsonMap { ["dropIndexes"] = "notes", ["index"] = "by_words" }, Cancel);
        await behind.Database.WriteAsync(new BsonMap { ["dropIndexes"] = "notes", ["index"] = "by_place" }, Cancel);
        await behind.Database.WriteAsync(
            new BsonMap { ["createIndexes"] = "notes", ["indexes"] = new[] { new BsonMap { ["key"] = new BsonMap { ["elsewhere"] = 1 }, ["name"] = "by_place" } } }, Cancel);

        await (await OpenAsync()).EnsureAsync(Note.Collection, Cancel);

        Assert.That(await IndexesAsync(behind), Is.EquivalentTo(before));
        Assert.That(before, Has.One.Contains("by_place {\"fields.place\":1,\"_id\":1}").And.One.Contains("by_price_falling").And.One.Contains("by_words"));
    }

    private async Task<MongoDocumentStore> OpenMongoAsync() => new(
        new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = database, PoolSize = 2 }, TimeProvider.System);

    private static async Task<string[]> IndexesAsync(MongoDocumentStore store) =>
        [.. (await store.Database.ReadAllAsync(new BsonMap { ["listIndexes"] = "notes" }, Cancel)).Select(i => $"{i.Get("name").Text} {i.Get("key").Document}")];
}
