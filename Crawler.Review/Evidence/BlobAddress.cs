using Crawler.Contracts.Captures;

namespace Crawler.Review.Evidence;

/// <summary>Where a page finds evidence bytes, relative to the desk.</summary>
internal static class BlobAddress
{
    public static string Of(string sha256) => $"api/v1/blobs/{sha256}";

    public static string TextOf(string sha256) => $"api/v1/blobs/{sha256}?as=text";

    /// <summary>As a download, under a name that says what it is and whose.</summary>
    public static string DownloadOf(CaptureFile file) => $"api/v1/blobs/{file.Sha256}?name={FileName(file)}";

    /// <summary>Whether the file can be looked at as text.</summary>
    public static bool IsText(CaptureFile file) =>
        file.Role is CaptureRole.Headers or CaptureRole.Body or CaptureRole.RenderedDom && file.Size <= 4 * 1024 * 1024;

    private static string FileName(CaptureFile file) => $"{Name(file.Role)}-{file.Sha256[..12]}.{Extension(file)}";

    private static string Name(CaptureRole role) => role switch
    {
        CaptureRole.RenderedDom => "rendered-dom",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static string Extension(CaptureFile file) => file.MediaType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => "html",
        "application/json" or "application/ld+json" => "json",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/avif" => "avif",
        "image/svg+xml" => "svg",
        "text/plain" or "message/http" => "txt",
        _ => "bin",
    };
}
