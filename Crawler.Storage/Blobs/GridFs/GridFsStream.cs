using Crawler.Storage.Mongo;
using MongoDB.Driver.GridFS;

namespace Crawler.Storage.Blobs.GridFs;

/// <summary>Reads a file's chunks forward, each again when its answer was lost, with the faults in the port's words.</summary>
internal sealed class GridFsStream(MongoDatabase database, GridFSDownloadStream<string> download, string sha256) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="BlobCorruptException">A chunk is missing, or has another size.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await database.RunAsync(token => ReadOnceAsync(buffer, token), cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // For callers that know only the blocking form.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            download.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A try that fails half way leaves the position where it was.</summary>
    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        long position = download.Position;
        try
        {
            return await download.ReadAsync(buffer, cancellationToken);
        }
        catch (GridFSChunkException)
        {
            throw new BlobCorruptException(sha256);
        }
        catch
        {
            download.Position = position;
            throw;
        }
    }
}
