namespace Crawler.Storage.Blobs;

/// <summary>Bytes named by their SHA-256 (lower-case hex). Written once, never changed.</summary>
public interface IBlobStore
{
    /// <summary>Stores the bytes, durably, unless they are there already.</summary>
    /// <returns>Hash and length.</returns>
    /// <exception cref="Documents.StoreException">The disk is full, or the place cannot be written.</exception>
    Task<BlobInfo> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// The bytes, for reading. Null: not there. The stream throws <see cref="BlobCorruptException"/> at its end when the bytes do not have the hash.
    /// </summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken);
}

/// <summary>A stored blob.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Size">Bytes.</param>
public sealed record BlobInfo(string Sha256, long Size);

/// <summary>A blob's bytes no longer have its hash.</summary>
public sealed class BlobCorruptException(string sha256)
    : Exception($"blob {sha256} does not have the hash it is named by: the file was changed or is damaged; restore it from the backup")
{
    public string Sha256 { get; } = sha256;
}
