using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Crawler.Storage.Tests.Blobs.S3;

/// <summary>
/// A service that speaks as much S3 as blobs need, and refuses what a real one would: a wrong signature (Signature Version 4, computed anew), bytes that do
/// not have the hash they were signed with or the checksum they came with, a bucket that is not there, a conditional put on a name that is taken.
/// </summary>
internal sealed class LoopbackBucket : IAsyncDisposable
{
    public const string Bucket = "evidence-bucket";
    public const string AccessKey = "AKIATEST";
    public const string SecretKey = "a secret/of+some=length";
    public const string Region = "eu-test-1";

    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public LoopbackBucket()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>"METHOD path status", in order of their ends.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>False: like services that do not know If-None-Match on PUT.</summary>
    public bool KnowsConditionalPut { get; init; } = true;

    /// <summary>Changes what arrives, as a bad line would.</summary>
    public Func<byte[], byte[]>? Line { get; set; }

    /// <summary>Once more bytes than these would be kept, there is no room.</summary>
    public long Capacity { get; init; } = long.MaxValue;

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        while (true)
        {
            try
            {
                answering.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                await Task.WhenAll(answering);
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        await Task.Yield();
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        byte[] bytes = Line is { } line ? line(body.ToArray()) : body.ToArray();
        var (status, code, content) = Answer(context.Request, bytes);
        Requests.Enqueue($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath} {status}");
        context.Response.StatusCode = status;
        if (code is not null && context.Request.HttpMethod != "HEAD")
        {
            context.Response.ContentType = "application/xml";
            content = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
        }

        context.Response.ContentLength64 = content.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            await context.Response.OutputStream.WriteAsync(content);
        }

        context.Response.Close();
    }

    private (int Status, string? Code, byte[] Content) Answer(HttpListenerRequest request, byte[] body)
    {
        string path = request.Url!.AbsolutePath;
        string hash = Convert.ToHexStringLower(SHA256.HashData(body));
        string signed = request.Headers["x-amz-content-sha256"] ?? "";
        string prefix = $"/{Bucket}/";
        return true switch
        {
            _ when !Signature.IsValid(request, signed) => (403, "SignatureDoesNotMatch", []),
            _ when signed != hash => (400, "XAmzContentSHA256Mismatch", []),
            _ when request.Headers["x-amz-checksum-sha256"] is { } sum && sum != Convert.ToBase64String(SHA256.HashData(body)) => (400, "BadDigest", []),
            _ when !path.StartsWith(prefix, StringComparison.Ordinal) => (404, "NoSuchBucket", []),
            _ => Do(request, path[prefix.Length..], body),
        };
    }

    private (int Status, string? Code, byte[] Content) Do(HttpListenerRequest request, string key, byte[] body)
    {
        switch (request.HttpMethod)
        {
            case "HEAD" or "GET":
                return Objects.TryGetValue(key, out byte[]? found) ? (200, null, found) : (404, "NoSuchKey", []);
            case "PUT" when request.Headers["If-None-Match"] is not null && !KnowsConditionalPut:
                return (501, "NotImplemented", []);
            case "PUT" when Objects.Values.Sum(o => (long)o.Length) + body.Length > Capacity:
                return (507, "InsufficientStorage", []);
            case "PUT" when request.Headers["If-None-Match"] == "*":
                return Objects.TryAdd(key, body) ? (200, null, []) : (412, "PreconditionFailed", []);
            case "PUT":
                Objects[key] = body;
                return (200, null, []);
            default:
                return (405, "MethodNotAllowed", []);
        }
    }

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.</summary>
    private static class Signature
    {
        public static bool IsValid(HttpListenerRequest request, string payloadHash)
        {
            string[] parts = (request.Headers["Authorization"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (parts is not ["AWS4-HMAC-SHA256", var credential, var names, var signature]
                || !credential.StartsWith($"Credential={AccessKey}/", StringComparison.Ordinal))
            {
                return false;
            }

            string[] scope = credential.Split('/')[1..];
            string[] headers = names["SignedHeaders=".Length..].Split(';');
            string canonical = string.Join('\n',
                [
                    request.HttpMethod,
                    request.Url!.AbsolutePath,
                    string.Join('&', request.Url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").Order(StringComparer.Ordinal)),
                    .. headers.Select(h => $"{h}:{request.Headers[h]?.Trim()}"),
                    "",
                    string.Join(';', headers),
                    payloadHash,
                ]);
            string toSign = string.Join(
                '\n',
                "AWS4-HMAC-SHA256",
                request.Headers["X-Amz-Date"],
                string.Join('/', scope),
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
            byte[] key = scope.Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Keyed);
            return scope is [_, Region, "s3", "aws4_request"] && signature == $"Signature={Convert.ToHexStringLower(Keyed(key, toSign))}";
        }

        private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
    }
}
