using Crawler.Storage.Blobs;
using Crawler.Storage.Blobs.GridFs;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Blobs;

/// <summary>GridFS keeps the contract, and what it writes is GridFS.</summary>
[Category("Server")]
public sealed class GridFsBlobStoreTests : BlobStoreContract
{
    private const string Bucket = "evidence";

    private MongoDocumentStore? mongo;

    private MongoDocumentStore Mongo => mongo!;

    protected override async Task<IBlobStore> CreateStoreAsync()
    {
        mongo = new MongoDocumentStore(new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = TestMongo.NewDatabase() }, TimeProvider.System);
        return new GridFsBlobStore(mongo, Bucket, TimeProvider.System);
    }

    protected override async Task DamageAsync(string sha256, Func<byte[], byte[]> change)
    {
        var chunks = await ChunksAsync(sha256);
        byte[] bytes = change([.. chunks.SelectMany(c => c.Get("data").Binary.ToArray())]);
        foreach (var chunk in chunks)
        {
            int number = (int)chunk.Get("n").Int64;
            byte[] part = bytes.AsSpan(number * GridFsBlobStore.ChunkBytes, Math.Min(GridFsBlobStore.ChunkBytes, bytes.Length - (number * GridFsBlobStore.ChunkBytes))).ToArray();
            await Mongo.Database.WriteAsync(
                new BsonMap
                {
                    ["update"] = $"{Bucket}.chunks",
                    ["updates"] = new[] { new BsonMap { ["q"] = new BsonMap { ["files_id"] = sha256, ["n"] = number }, ["u"] = new BsonMap { ["$set"] = new BsonMap { ["data"] = part } } } },
                },
                Cancel);
        }
    }

    protected override async Task<int> CountKeptAsync()
    {
        var files = await Mongo.Database.ReadAllAsync(new BsonMap { ["find"] = $"{Bucket}.files" }, Cancel);
        var parts = await Mongo.Database.ReadAllAsync(new BsonMap { ["find"] = $"{Bucket}.chunks", ["projection"] = new BsonMap { ["files_id"] = 1 } }, Cancel);
        return files.Select(f => f.Get("_id").Text).Concat(parts.Select(p => p.Get("files_id").Text)).Distinct().Count();
    }

    [TearDown]
    public async Task CloseAsync() => await Mongo.DisposeAsync();

    [Test]
    public async Task Put_SeveralChunks_FileAndChunksOfTheGridFsSpecification()
    {
        byte[] bytes = new byte[(2 * GridFsBlobStore.ChunkBytes) + 7];
        new Random(7).NextBytes(bytes);

        var info = await PutAsync(bytes);

        var file = (await Mongo.Database.FindAsync($"{Bucket}.files", info.Sha256, Cancel))!.Value;
        var chunks = await ChunksAsync(info.Sha256);
        Assert.That(file.Elements.Select(e => $"{e.Name}:{e.Type}"), Is.EqualTo(["_id:Text", "length:Int64", "chunkSize:Int32", "uploadDate:Instant", "filename:Text", "metadata:Document"]));
        Assert.That((file.Get("length").Int64, file.Get("chunkSize").Int64), Is.EqualTo(((long)bytes.Length, 261_120L)));
        Assert.That(chunks.Select(c => c.Get("data").Binary.Length), Is.EqualTo([261_120, 261_120, 7]));
        Assert.That(chunks[0].Get("_id").Type, Is.EqualTo(BsonType.ObjectId));
    }

    [Test]
    public async Task Put_ChunksWithoutAFileAreLeftFromACrash_NotVisibleThenWhole()
    {
        // What is left when a process dies half way through: here the first chunk, and of it only a part.
        byte[] bytes = new byte[GridFsBlobStore.ChunkBytes + 1];
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await Mongo.Database.WriteAsync(
            new BsonMap { ["insert"] = $"{Bucket}.chunks", ["documents"] = new[] { new BsonMap { ["files_id"] = hash, ["n"] = 0, ["data"] = new byte[] { 1, 2, 3 } } } }, Cancel);

        Assert.That(await Store.ExistsAsync(hash, Cancel), Is.False);
        Assert.That(await Store.OpenAsync(hash, Cancel), Is.Null);
        Assert.That((await PutAsync(bytes)).Sha256, Is.EqualTo(hash));
        Assert.That(await ReadAsync(hash), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Read_ChunkMissing_BlobCorruptException()
    {
        var info = await PutAsync(new byte[GridFsBlobStore.ChunkBytes * 12]);
        await Mongo.Database.DeleteAsync($"{Bucket}.chunks", new BsonMap { ["files_id"] = info.Sha256, ["n"] = 10 }, Cancel);

        Assert.That(() => ReadAsync(info.Sha256), Throws.TypeOf<BlobCorruptException>());
    }

    private Task<IReadOnlyList<BsonView>> ChunksAsync(string sha256) => Mongo.Database.ReadAllAsync(
        new BsonMap { ["find"] = $"{Bucket}.chunks", ["filter"] = new BsonMap { ["files_id"] = sha256 }, ["sort"] = new BsonMap { ["n"] = 1 } }, Cancel);
}
