using System.Text;

namespace Crawler.Pages.Decoding;

/// <summary>Looks at what a body is, whatever it is called.</summary>
public static class MediaSniffer
{
    private const int Look = 1024;

    /// <summary>The image type by its first bytes: png, jpeg, gif, webp or avif. Null: none of them. The image is not decoded.</summary>
    public static string? ImageType(ReadOnlySpan<byte> body)
    {
        if (body is [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ..])
        {
            return "image/png";
        }

        if (body is [0xff, 0xd8, 0xff, ..])
        {
            return "image/jpeg";
        }

        if (body.StartsWith("GIF87a"u8) || body.StartsWith("GIF89a"u8))
        {
            return "image/gif";
        }

        if (body.Length >= 12 && body.StartsWith("RIFF"u8) && body[8..12].SequenceEqual("WEBP"u8))
        {
            return "image/webp";
        }

        return body.Length >= 12 && body[4..8].SequenceEqual("ftyp"u8) && (body[8..12].SequenceEqual("avif"u8) || body[8..12].SequenceEqual("avis"u8))
            ? "image/avif"
            : null;
    }

    /// <summary>Why the body is not text that can be read, or null when it is.</summary>
    public static string? NotText(string? mediaType, ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, Look)];
        if (Known(head) is { } known)
        {
            return $"the body is {known}, not a page";
        }

        if (HasWideMark(head) || !HasControls(head))
        {
            return mediaType is null || IsText(mediaType) || mediaType is "application/octet-stream" or "application/x-unknown" or "unknown/unknown"
                ? null
                : $"the media type is {mediaType}, not a page";
        }

        return $"the body is binary (called {mediaType ?? "nothing"})";
    }

    /// <summary>Whether a media type stands for text.</summary>
    public static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType.EndsWith("+json", StringComparison.Ordinal)
        || mediaType.EndsWith("+xml", StringComparison.Ordinal)
        || mediaType is "application/json" or "application/xml" or "application/javascript" or "application/x-javascript" or "application/ld+json"
            or "application/graphql-response+json";

    private static string? Known(ReadOnlySpan<byte> head) => head switch
    {
        _ when ImageType(head) is { } image => image,
        _ when head.StartsWith("%PDF-"u8) => "a PDF file",
        _ when head.StartsWith("PK\x03\x04"u8) => "a ZIP file",
        _ when head.StartsWith("\x7f"u8) && head[1..].StartsWith("ELF"u8) => "a program",
        _ when head.StartsWith("MZ"u8) && head.Contains((byte)0) => "a program",
        _ when head is [0x1f, 0x8b, ..] => "a gzip file",
        _ when head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8) => "a video",
        _ when head.StartsWith("OggS"u8) || head is [0x1a, 0x45, 0xdf, 0xa3, ..] => "a video",
        _ when head.StartsWith("ID3"u8) => "a sound",
        _ when head.StartsWith("wOF"u8) => "a font",
        _ => null,
    };

    private static bool HasWideMark(ReadOnlySpan<byte> head) => head.StartsWith(Encoding.Unicode.Preamble)
        || head.StartsWith(Encoding.BigEndianUnicode.Preamble);

    // The binary bytes of the WHATWG MIME sniffing standard, section 3.
    private static bool HasControls(ReadOnlySpan<byte> head)
    {
        foreach (byte b in head)
        {
            if (b is <= 0x08 or 0x0b or (>= 0x0e and <= 0x1a) or (>= 0x1c and <= 0x1f))
            {
                return true;
            }
        }

        return false;
    }
}
