using System.Text.RegularExpressions;
using Crawler.Review.Hosting;
using Crawler.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Crawler.Review.Evidence;

/// <summary>
/// Serves evidence bytes so that nothing captured can act here: raster images are shown, everything else is a download or plain text, and each answer is
/// sandboxed besides. The hash is checked before the first byte leaves.
/// </summary>
internal static partial class BlobsApi
{
    public const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private const long MaxTextBytes = 4 * 1024 * 1024;

    public static void MapBlobs(this IEndpointRouteBuilder api) => api.MapGet("/blobs/{sha256}", GetAsync)
        .WithTags("Evidence")
        .WithSummary("The bytes of an evidence file.")
        .WithDescription("Raster images are shown; anything else is a download (name: its file name), or, with as=text, its text, up to 4 MB.")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status500InternalServerError);

    private static async Task<IResult> GetAsync(
        string sha256, string? name, string? @as, HttpContext context, IBlobStore blobs, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (Validate(sha256, name, @as) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        if (await CheckAsync(blobs, sha256, cancellationToken) is not { } check)
        {
            return Problems.NotFound("evidence file", sha256);
        }

        if (check.Damaged)
        {
            Log.EvidenceDamaged(loggers.CreateLogger(typeof(BlobsApi)), sha256);
            return Results.Problem(
                statusCode: StatusCodes.Status500InternalServerError,
                title: "The evidence is damaged",
                detail: $"the stored bytes of {sha256} no longer have that hash, so they are not shown; restore the file from the backup");
        }

        if (@as is not null && check.Size > MaxTextBytes)
        {
            return Problems.Invalid("as", $"the file has {check.Size} bytes; as=text is valid up to {MaxTextBytes}: download it instead");
        }

        var content = await blobs.OpenAsync(sha256, cancellationToken);
        if (content is null)
        {
            return Problems.NotFound("evidence file", sha256);
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, max-age=86400, immutable";
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        if (@as is not null)
        {
            return Results.Stream(content, "text/plain; charset=utf-8", entityTag: tag);
        }

        return check.ImageType is { } image && name is null
            ? Results.Stream(content, image, entityTag: tag)
            : Results.Stream(content, "application/octet-stream", name ?? $"{sha256}.bin", entityTag: tag);
    }

    private static Dictionary<string, string[]> Validate(string sha256, string? name, string? @as)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!Hash().IsMatch(sha256))
        {
            errors["sha256"] = [$"'{sha256}' is not a hash; valid: 64 lower-case hex digits"];
        }

        if (name is not null && !FileName().IsMatch(name))
        {
            errors["name"] = ["name is not a plain file name; valid: letters, digits, dash, dot and underscore, at most 100, not starting with a dot"];
        }

        if (@as is not (null or "text"))
        {
            errors["as"] = [$"as '{@as}' is not known; valid: text"];
        }

        return errors;
    }

    private static async Task<BlobCheck?> CheckAsync(IBlobStore blobs, string sha256, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenAsync(sha256, cancellationToken);
        if (content is null)
        {
            return null;
        }

        byte[] head = new byte[RasterImage.HeadLength];
        byte[] buffer = new byte[81920];
        long size = 0;
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (size < head.Length)
                {
                    buffer.AsSpan(0, (int)Math.Min(read, head.Length - size)).CopyTo(head.AsSpan((int)size));
                }

                size += read;
            }
        }
        catch (BlobCorruptException)
        {
            return new BlobCheck(size, null, Damaged: true);
        }

        return new BlobCheck(size, RasterImage.TypeOf(head), Damaged: false);
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    private sealed record BlobCheck(long Size, string? ImageType, bool Damaged);
}
