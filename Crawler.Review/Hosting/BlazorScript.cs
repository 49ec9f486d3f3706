using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Crawler.Review.Hosting;

/// <summary>Serves the Blazor script that the build took from the runtime pack (docs/decisions/0007-blazor-script.md).</summary>
internal static class BlazorScript
{
    public const string Path = "/desk/blazor.web.js";

    public static void MapBlazorScript(this WebApplication app)
    {
        byte[] script = Read();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(script))[..16]}\"");
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(script, "text/javascript; charset=utf-8", entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Read()
    {
        using var source = typeof(BlazorScript).Assembly.GetManifestResourceStream("blazor.web.js")
            ?? throw new InvalidOperationException("Crawler.Review was built without its Blazor script");
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }
}
