using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Crawler.TrainingGround.Serving;

/// <summary>Puts a page on the wire: headers, validators, 304, body.</summary>
internal static class PageWriter
{
    public static async Task WriteAsync(HttpContext http, Page page)
    {
        var body = page.Bytes ?? Encoding.UTF8.GetBytes(page.Text ?? "");
        var response = http.Response;
        response.StatusCode = page.Status;
        foreach (var (name, value) in page.Headers)
            response.Headers[name] = value;
        if (page.Location is not null)
            response.Headers.Location = page.Location;

        if (page is { Status: 200, LastModified: { } modified })
        {
            // Weak, because the same page may leave compressed or not.
            var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}\"";
            response.Headers.ETag = tag;
            response.Headers.LastModified = modified.ToString("R", CultureInfo.InvariantCulture);
            response.Headers.CacheControl = "no-cache";
            if (IsUnchanged(http.Request, tag, modified))
            {
                response.StatusCode = 304;
                return;
            }
        }

        response.ContentType = page.ContentType;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>If-None-Match decides where it is sent; otherwise If-Modified-Since (RFC 9110, 13.2.2).</summary>
    private static bool IsUnchanged(HttpRequest request, string tag, DateTimeOffset modified)
    {
        if (request.Headers.IfNoneMatch.Count > 0)
            return request.Headers.IfNoneMatch.ToString().Split(',').Any(t => t.Trim() is "*" || t.Trim() == tag);
        return DateTimeOffset.TryParse(request.Headers.IfModifiedSince.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && modified < since.AddSeconds(1);
    }
}
