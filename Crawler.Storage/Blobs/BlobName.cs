namespace Crawler.Storage.Blobs;

/// <summary>What a blob is called.</summary>
internal static class BlobName
{
    /// <exception cref="ArgumentException">It is not a SHA-256 in lower-case hex.</exception>
    public static string Check(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? sha256
        : throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hex", nameof(sha256));

    /// <summary>Its place among many: <c>ab/cdef...</c>.</summary>
    /// <exception cref="ArgumentException">It is not a SHA-256 in lower-case hex.</exception>
    public static string PathOf(string sha256) => $"{Check(sha256)[..2]}/{sha256[2..]}";
}
