using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Bson;

namespace Crawler.Storage.Blobs.GridFs;

/// <summary>Reads a file's chunks in order, some at a time. A chunk that is missing ends it.</summary>
internal sealed class GridFsStream(MongoDatabase database, string chunks, string sha256) : Stream
{
    // Some 2 MB.
    private const int ChunksAtOnce = 8;

    private readonly Queue<ReadOnlyMemory<byte>> ahead = new();
    private ReadOnlyMemory<byte> current;
    private int next;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (current.IsEmpty)
        {
            if (ahead.Count == 0 && !ended)
            {
                await FetchAsync(cancellationToken);
            }

            if (!ahead.TryDequeue(out current))
            {
                return 0;
            }
        }

        int read = Math.Min(buffer.Length, current.Length);
        current[..read].CopyTo(buffer);
        current = current[read..];
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // For callers that know only the blocking form; the fetching is done by threads of the store's own.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override int Read(Span<byte> buffer)
    {
        byte[] copy = new byte[buffer.Length];
        int read = Read(copy, 0, copy.Length);
        copy.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var found = await database.ReadAllAsync(
            new BsonMap
            {
                ["find"] = chunks,
                ["filter"] = new BsonMap { ["files_id"] = sha256, ["n"] = new BsonMap { ["$gte"] = next, ["$lt"] = next + ChunksAtOnce } },
                ["sort"] = new BsonMap { ["n"] = 1 },
            },
            cancellationToken);
        foreach (var chunk in found)
        {
            if (chunk.Get("n").Int64 != next)
            {
                break;
            }

            ahead.Enqueue(chunk.Get("data").Binary);
            next++;
        }

        ended = ahead.Count < ChunksAtOnce;
    }
}
