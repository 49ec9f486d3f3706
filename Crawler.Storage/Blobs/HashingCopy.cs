using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Crawler.Storage.Blobs;

/// <summary>Copies a blob's bytes and names them.</summary>
internal static class HashingCopy
{
    private const int BufferBytes = 1 << 16;

    /// <param name="readsSource">True while a failure would be the source's own, which is not the store's to explain.</param>
    public static async Task<BlobInfo> RunAsync(Stream source, Stream target, StrongBox<bool> readsSource, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferBytes];
        long size = 0;
        while (true)
        {
            readsSource.Value = true;
            int read = await source.ReadAsync(buffer, cancellationToken);
            readsSource.Value = false;
            if (read == 0)
            {
                return new BlobInfo(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
            }

            size += read;
            hash.AppendData(buffer.AsSpan(0, read));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
