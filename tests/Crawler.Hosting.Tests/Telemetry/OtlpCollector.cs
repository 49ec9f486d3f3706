using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Crawler.Hosting.Tests.Telemetry;

/// <summary>Takes on this machine what is sent by OTLP over HTTP, and keeps it.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _posted = new(StringComparer.Ordinal);
    private readonly WebApplication _server = WebApplication.CreateSlimBuilder().Build();

    private OtlpCollector()
    {
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            string text = Encoding.Latin1.GetString(body.ToArray());
            _posted.AddOrUpdate(request.Path, text, (_, before) => before + text);
        });
    }

    public Uri Address => new(_server.Urls.First());

    /// <summary>All that was sent, by path; names in it can be read as text.</summary>
    public IReadOnlyDictionary<string, string> Posted => _posted;

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
