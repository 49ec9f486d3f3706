using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Support;

/// <summary>Answers that several fixtures give.</summary>
internal static class Answers
{
    public static Task AnswerAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return status == 304 ? Task.CompletedTask : context.Response.WriteAsync(text);
    }

    public static async Task PackedAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    }

    public static byte[] Pack(byte[] body, Func<Stream, Stream> wrap)
    {
        using var packed = new MemoryStream();
        using (var packer = wrap(packed))
        {
            packer.Write(body);
        }

        return packed.ToArray();
    }
}
