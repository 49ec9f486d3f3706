using System.Runtime.CompilerServices;

namespace Crawler.Storage.Blobs;

/// <summary>
/// A blob read whole before it is sent anywhere, because its name is known only at its end: small ones in memory, large ones in a temporary file that goes
/// with this.
/// </summary>
internal sealed class SpooledBlob : IAsyncDisposable
{
    // Most pages and pictures are smaller.
    private const int MaxInMemory = 1 << 20;

    private SpooledBlob(BlobInfo info, Stream bytes)
    {
        Info = info;
        Bytes = bytes;
    }

    public BlobInfo Info { get; }

    /// <summary>From the beginning; can seek.</summary>
    public Stream Bytes { get; }

    /// <exception cref="Documents.StoreException">The folder for temporary files cannot be written.</exception>
    public static async Task<SpooledBlob> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var readsSource = new StrongBox<bool>();
        var spool = new SpillingStream(MaxInMemory);
        try
        {
            var info = await HashingCopy.RunAsync(content, spool, readsSource, cancellationToken);
            var bytes = spool.Take();
            bytes.Position = 0;
            return new SpooledBlob(info, bytes);
        }
        catch (Exception e) when (BlobFaults.Knows(e) && !readsSource.Value)
        {
            throw BlobFaults.Explain(e, Path.GetTempPath());
        }
        finally
        {
            await spool.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => Bytes.DisposeAsync();

    /// <summary>Memory that moves to a file when it gets large.</summary>
    private sealed class SpillingStream(int limit) : Stream
    {
        private Stream? _inner = new MemoryStream();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Inner.Length;

        public override long Position
        {
            get => Inner.Position;
            set => throw new NotSupportedException();
        }

        private Stream Inner => _inner ?? throw new ObjectDisposedException(nameof(SpillingStream));

        /// <summary>What was written, whose the caller now is.</summary>
        public Stream Take()
        {
            var taken = Inner;
            _inner = null;
            return taken;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Inner is MemoryStream memory && memory.Length + buffer.Length > limit)
            {
                _inner = new FileStream(
                    Path.Combine(Path.GetTempPath(), $"cyberpatrol-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
                memory.Position = 0;
                await memory.CopyToAsync(_inner, cancellationToken);
            }

            await Inner.WriteAsync(buffer, cancellationToken);
        }

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Flush() => Inner.Flush();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _inner?.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
