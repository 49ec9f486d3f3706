using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Faults;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace Crawler.Storage.Blobs.GridFs;

/// <summary>
/// Blobs in MongoDB as GridFS lays files out (https://github.com/mongodb/specifications/blob/master/source/gridfs/gridfs-spec.md): any driver or
/// <c>mongofiles</c> reads them, by their hash as <c>_id</c> and as file name. Chunks come first and the file last, so that a blob is there whole or not
/// at all; chunks a crash left behind are used by whoever stores the same bytes again. The driver's own upload would not do for that: it inserts chunks,
/// and takes those of the same name away when it fails, also another writer's.
/// </summary>
internal sealed class GridFsBlobStore(MongoDocumentStore store, string bucket, TimeProvider time) : IBlobStore, IDisposable
{
    /// <summary>GridFS's default: with its names, a chunk stays below a power of two.</summary>
    internal const int ChunkBytes = 255 * 1024;

    // Some 4 MB a command.
    private const int ChunksAtOnce = 16;

    // Writers of the same bytes can get into each other's way once per chunk, not for ever.
    private const int MaxCollisions = 20;

    private readonly SemaphoreSlim _preparing = new(1);
    private bool _prepared;

    private IMongoCollection<BsonDocument> Files => store.Database.Collection($"{bucket}.files");

    private IMongoCollection<BsonDocument> Chunks => store.Database.Collection($"{bucket}.chunks");

    public async Task<BlobInfo> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var blob = await SpooledBlob.ReadAsync(content, cancellationToken);
        await PrepareAsync(cancellationToken);
        if (!await ExistsAsync(blob.Info.Sha256, cancellationToken))
        {
            await WriteChunksAsync(blob, cancellationToken);
            var file = new BsonDocument
            {
                ["_id"] = blob.Info.Sha256,
                ["length"] = blob.Info.Size,
                ["chunkSize"] = ChunkBytes,
                ["uploadDate"] = new BsonDateTime(time.GetUtcNow().ToUnixTimeMilliseconds()),
                ["filename"] = blob.Info.Sha256,
                ["metadata"] = new BsonDocument { ["sha256"] = blob.Info.Sha256 },
            };
            await store.Database.InsertIfAbsentAsync(Files.CollectionNamespace.CollectionName, file, cancellationToken);
        }

        return blob.Info;
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        BlobName.Check(sha256);
        var files = new GridFSBucket<string>(store.Database.Driver, new GridFSBucketOptions { BucketName = bucket });

        // Seekable: each chunk is asked for by itself, so that one whose answer was lost can be asked for again.
        var download = await store.Database.RunAsync(
            async token =>
            {
                try
                {
                    return await files.OpenDownloadStreamAsync(sha256, new GridFSDownloadOptions { Seekable = true }, token);
                }
                catch (GridFSFileNotFoundException)
                {
                    return null;
                }
            },
            cancellationToken);
        return download is null ? null : new VerifyingStream(new GridFsStream(store.Database, download, sha256), sha256, download.FileInfo.Length);
    }

    public async Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken) =>
        await store.Database.FindAsync($"{bucket}.files", BlobName.Check(sha256), cancellationToken, "_id") is not null;

    public void Dispose() => _preparing.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (!_prepared)
            {
                var keys = Builders<BsonDocument>.IndexKeys;
                var chunks = new CreateIndexModel<BsonDocument>(
                    keys.Ascending("files_id").Ascending("n"), new CreateIndexOptions { Name = "files_id_1_n_1", Unique = true });
                var files = new CreateIndexModel<BsonDocument>(
                    keys.Ascending("filename").Ascending("uploadDate"), new CreateIndexOptions { Name = "filename_1_uploadDate_1" });
                await store.Database.RunAsync(token => Chunks.Indexes.CreateOneAsync(chunks, cancellationToken: token), cancellationToken);
                await store.Database.RunAsync(token => Files.Indexes.CreateOneAsync(files, cancellationToken: token), cancellationToken);
                _prepared = true;
            }
        }
        finally
        {
            _preparing.Release();
        }
    }

    private async Task WriteChunksAsync(SpooledBlob blob, CancellationToken cancellationToken)
    {
        var filter = Builders<BsonDocument>.Filter;
        var updates = new List<UpdateOneModel<BsonDocument>>();
        for (int number = 0; ; number++)
        {
            byte[] bytes = new byte[(int)Math.Min(ChunkBytes, blob.Info.Size - ((long)number * ChunkBytes))];
            await blob.Bytes.ReadExactlyAsync(bytes, cancellationToken);
            if (bytes.Length > 0)
            {
                updates.Add(new UpdateOneModel<BsonDocument>(
                    filter.Eq("files_id", blob.Info.Sha256) & filter.Eq("n", number), Builders<BsonDocument>.Update.Set("data", new BsonBinaryData(bytes)))
                { IsUpsert = true });
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
    private async Task UpsertAsync(IReadOnlyList<UpdateOneModel<BsonDocument>> updates, CancellationToken cancellationToken)
    {
        for (int collisions = 0; ; collisions++)
        {
            try
            {
                await store.Database.RunAsync(token => Chunks.BulkWriteAsync(updates, cancellationToken: token), cancellationToken);
                return;
            }
            catch (StoreException e) when (
                collisions < MaxCollisions && e.InnerException is { } cause && MongoFault.Of(cause) is { Kind: FaultKind.DuplicateKey })
            {
                // The chunk is there now.
            }
        }
    }
}
