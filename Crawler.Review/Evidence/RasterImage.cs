namespace Crawler.Review.Evidence;

/// <summary>Recognises the image formats that hold only pixels, by their first bytes; what a site claimed its type was plays no part.</summary>
internal static class RasterImage
{
    /// <summary>First bytes that <see cref="TypeOf"/> needs to see.</summary>
    public const int HeadLength = 16;

    /// <returns>The media type, or null: not a raster image.</returns>
    public static string? TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f' or (byte)'s', ..] => "image/avif",
        _ => null,
    };
}
