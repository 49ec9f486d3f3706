using Crawler.Storage.Blobs;
using Crawler.Storage.Blobs.GridFs;
using Crawler.Storage.Mongo;
using Crawler.Storage.Tests.Contract;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Tests.Blobs;

/// <summary>GridFS keeps the contract, and what it writes is GridFS.</summary>
[Category("Server")]
public sealed class GridFsBlobStoreTests : BlobStoreContract
{
    private const string Bucket = "evidence";

    private MongoDocumentStore? _mongo;

    private MongoDocumentStore Mongo => _mongo!;

    private IMongoCollection<BsonDocument> Files => Mongo.Database.Collection($"{Bucket}.files");

    private IMongoCollection<BsonDocument> Chunks => Mongo.Database.Collection($"{Bucket}.chunks");

    protected override async Task<IBlobStore> CreateStoreAsync()
    {
        _mongo = new MongoDocumentStore(
            new MongoStoreOptions { ConnectionString = (await TestMongo.GatewayAsync()).ConnectionString, Database = TestMongo.NewDatabase() },
            TimeProvider.System);
        return new GridFsBlobStore(_mongo, Bucket, TimeProvider.System);
    }

    protected override async Task DamageAsync(string sha256, Func<byte[], byte[]> change)
    {
        var chunks = await ChunksAsync(sha256);
        byte[] bytes = change([.. chunks.SelectMany(c => c["data"].AsByteArray)]);
        foreach (var chunk in chunks)
        {
            int number = chunk["n"].ToInt32();
            byte[] part = bytes.AsSpan(
                number * GridFsBlobStore.ChunkBytes, Math.Min(GridFsBlobStore.ChunkBytes, bytes.Length - (number * GridFsBlobStore.ChunkBytes)))
                .ToArray();
            await Chunks.UpdateOneAsync(
                new BsonDocument { ["files_id"] = sha256, ["n"] = number },
                new BsonDocument("$set", new BsonDocument("data", part)),
                cancellationToken: Cancel);
        }
    }

    protected override async Task<int> CountKeptAsync()
    {
        var files = await Files.Distinct<string>("_id", new BsonDocument(), cancellationToken: Cancel).ToListAsync(Cancel);
        var parts = await Chunks.Distinct<string>("files_id", new BsonDocument(), cancellationToken: Cancel).ToListAsync(Cancel);
        return files.Union(parts, StringComparer.Ordinal).Count();
    }

    [TearDown]
    public async Task CloseAsync() => await Mongo.DisposeAsync();

    [Test]
    public async Task Put_SeveralChunks_FileAndChunksOfTheGridFsSpecification()
    {
        byte[] bytes = new byte[(2 * GridFsBlobStore.ChunkBytes) + 7];
        new Random(7).NextBytes(bytes);

        var info = await PutAsync(bytes);

        var file = (await Mongo.Database.FindAsync($"{Bucket}.files", info.Sha256, Cancel))!;
        var chunks = await ChunksAsync(info.Sha256);
        Assert.That(
            file.Elements.Select(e => $"{e.Name}:{e.Value.BsonType}"),
            Is.EqualTo(["_id:String", "length:Int64", "chunkSize:Int32", "uploadDate:DateTime", "filename:String", "metadata:Document"]));
        Assert.That((file["length"].ToInt64(), file["chunkSize"].ToInt64()), Is.EqualTo(((long)bytes.Length, 261_120L)));
        Assert.That(chunks.Select(c => c["data"].AsByteArray.Length), Is.EqualTo([261_120, 261_120, 7]));
        Assert.That(chunks[0]["_id"].BsonType, Is.EqualTo(BsonType.ObjectId));
    }

    [Test]
    public async Task Put_ChunksWithoutAFileAreLeftFromACrash_NotVisibleThenWhole()
    {
        // What is left when a process dies half way through: here the first chunk, and of it only a part.
        byte[] bytes = new byte[GridFsBlobStore.ChunkBytes + 1];
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await Chunks.InsertOneAsync(new BsonDocument { ["files_id"] = hash, ["n"] = 0, ["data"] = new byte[] { 1, 2, 3 } }, cancellationToken: Cancel);

        Assert.That(await Store.ExistsAsync(hash, Cancel), Is.False);
        Assert.That(await Store.OpenAsync(hash, Cancel), Is.Null);
        Assert.That((await PutAsync(bytes)).Sha256, Is.EqualTo(hash));
        Assert.That(await ReadAsync(hash), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Read_ChunkMissing_BlobCorruptException()
    {
        var info = await PutAsync(new byte[GridFsBlobStore.ChunkBytes * 12]);
        await Chunks.DeleteOneAsync(new BsonDocument { ["files_id"] = info.Sha256, ["n"] = 10 }, Cancel);

        Assert.That(() => ReadAsync(info.Sha256), Throws.TypeOf<BlobCorruptException>());
    }

    private Task<List<BsonDocument>> ChunksAsync(string sha256) =>
        Chunks.Find(new BsonDocument("files_id", sha256)).Sort(new BsonDocument("n", 1)).ToListAsync(Cancel);
}
