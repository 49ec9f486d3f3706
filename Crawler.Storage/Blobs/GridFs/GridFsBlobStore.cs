using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Commands;

namespace Crawler.Storage.Blobs.GridFs;

/// <summary>
/// Blobs in MongoDB as GridFS lays files out (https://github.com/mongodb/specifications/blob/master/source/gridfs/gridfs-spec.md): any driver or <c>mongofiles</c> reads them, by their hash as
/// <c>_id</c> and as file name. Chunks come first and the file last, so that a blob is there whole or not at all; chunks a crash left behind are used by whoever stores the same bytes again.
/// </summary>
internal sealed class GridFsBlobStore(MongoDocumentStore store, string bucket, TimeProvider time) : IBlobStore, IDisposable
{
    /// <summary>GridFS's default: with its names, a chunk stays below a power of two.</summary>
    internal const int ChunkBytes = 255 * 1024;

    // Some 4 MB a command.
    private const int ChunksAtOnce = 16;

    // Writers of the same bytes can get into each other's way once per chunk, not for ever.
    private const int MaxCollisions = 20;

    private readonly SemaphoreSlim preparing = new(1);
    private bool prepared;

    private string Files => $"{bucket}.files";

    private string Chunks => $"{bucket}.chunks";

    public async Task<BlobInfo> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var blob = await SpooledBlob.ReadAsync(content, cancellationToken);
        await PrepareAsync(cancellationToken);
        if (!await ExistsAsync(blob.Info.Sha256, cancellationToken))
        {
            await WriteChunksAsync(blob, cancellationToken);
            await store.Database.InsertIfAbsentAsync(
                Files,
                new BsonMap
                {
                    ["_id"] = blob.Info.Sha256,
                    ["length"] = blob.Info.Size,
                    ["chunkSize"] = ChunkBytes,
                    ["uploadDate"] = time.GetUtcNow(),
                    ["filename"] = blob.Info.Sha256,
                    ["metadata"] = new BsonMap { ["sha256"] = blob.Info.Sha256 },
                },
                cancellationToken);
        }

        return blob.Info;
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var file = await store.Database.FindAsync(Files, BlobName.Check(sha256), cancellationToken);
        return file is { } found ? new VerifyingStream(new GridFsStream(store.Database, Chunks, sha256), sha256, found.Get("length").Int64) : null;
    }

    public async Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken) =>
        await store.Database.FindAsync(Files, BlobName.Check(sha256), cancellationToken, new BsonMap { ["_id"] = 1 }) is not null;

    public void Dispose() => preparing.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (!prepared)
            {
                await CreateIndexAsync(Chunks, new BsonMap { ["key"] = new BsonMap { ["files_id"] = 1, ["n"] = 1 }, ["name"] = "files_id_1_n_1", ["unique"] = true }, cancellationToken);
                await CreateIndexAsync(Files, new BsonMap { ["key"] = new BsonMap { ["filename"] = 1, ["uploadDate"] = 1 }, ["name"] = "filename_1_uploadDate_1" }, cancellationToken);
                prepared = true;
            }
        }
        finally
        {
            preparing.Release();
        }
    }

    private Task CreateIndexAsync(string collection, BsonMap index, CancellationToken cancellationToken) =>
        store.Database.WriteAsync(new BsonMap { ["createIndexes"] = collection, ["indexes"] = new[] { index } }, cancellationToken);

    private async Task WriteChunksAsync(SpooledBlob blob, CancellationToken cancellationToken)
    {
        var updates = new List<BsonMap>();
        for (int number = 0; ; number++)
        {
            byte[] bytes = new byte[(int)Math.Min(ChunkBytes, blob.Info.Size - ((long)number * ChunkBytes))];
            await blob.Bytes.ReadExactlyAsync(bytes, cancellationToken);
            if (bytes.Length > 0)
            {
                updates.Add(new BsonMap
                {
                    ["q"] = new BsonMap { ["files_id"] = blob.Info.Sha256, ["n"] = number },
                    ["u"] = new BsonMap { ["$set"] = new BsonMap { ["data"] = bytes } },
                    ["upsert"] = true,
                });
            }

            bool isLast = bytes.Length < ChunkBytes;
            if (updates.Count == ChunksAtOnce || (isLast && updates.Count > 0))
            {
                await UpsertAsync(updates, cancellationToken);
                updates.Clear();
            }

            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>Two writers can both find a chunk missing; the one who comes second then finds it there, with the same bytes.</summary>
    private async Task UpsertAsync(IReadOnlyList<BsonMap> updates, CancellationToken cancellationToken)
    {
        for (int collisions = 0; ; collisions++)
        {
            try
            {
                await store.Database.WriteAsync(new BsonMap { ["update"] = Chunks, ["updates"] = updates }, cancellationToken);
                return;
            }
            catch (StoreException e) when (collisions < MaxCollisions && e.InnerException is MongoFault { Kind: FaultKind.DuplicateKey })
            {
                // The chunk is there now.
            }
        }
    }
}
