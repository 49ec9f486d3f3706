using System.IO.Compression;

namespace Crawler.Fetching.Transport;

/// <summary>Reads answers into memory, never more than allowed, neither packed nor unpacked.</summary>
internal static class BodyReader
{
    /// <summary>The body, unpacked.</summary>
    /// <returns>Null: the answer is larger than the limit (and was not to be cut).</returns>
    /// <exception cref="InvalidDataException">The answer is not packed the way it says.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, long limit, bool cut, CancellationToken cancellationToken)
    {
        if (!cut && response.Content.Headers.ContentLength > limit)
        {
            return null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = await DrainAsync(stream, limit, cut, cancellationToken);
        foreach (string encoding in response.Content.Headers.ContentEncoding.Reverse())
        {
            if (body is null or { IsEmpty: true })
            {
                break;
            }

            await using var unpacked = Unpack(encoding.Trim().ToLowerInvariant(), body.Value);
            if (unpacked is not null)
            {
                body = await DrainAsync(unpacked, limit, cut, cancellationToken);
            }
        }

        return body;
    }

    private static Stream? Unpack(string encoding, ReadOnlyMemory<byte> packed)
    {
        var source = new MemoryStream(packed.ToArray(), writable: false);
        return encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            // "deflate" means zlib, but some servers send the bare stream.
            "deflate" => packed.Span is [var a, var b, ..] && (a & 0x0f) == 8 && ((a << 8) | b) % 31 == 0
                ? new ZLibStream(source, CompressionMode.Decompress)
                : new DeflateStream(source, CompressionMode.Decompress),
            "identity" or "" => null,
            _ => throw new InvalidDataException($"content encoding '{encoding}' was not asked for and cannot be undone"),
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> DrainAsync(Stream stream, long limit, bool cut, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        byte[] buffer = new byte[81_920];
        while (true)
        {
            int count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                return body.ToArray();
            }

            if (body.Length + count > limit)
            {
                if (!cut)
                {
                    return null;
                }

                body.Write(buffer, 0, (int)(limit - body.Length));
                return body.ToArray();
            }

            body.Write(buffer, 0, count);
        }
    }
}
