using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>A running instance's console that gives every request the same answer.</summary>
internal sealed class FakeConsole : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];

    private FakeConsole(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public IReadOnlyCollection<string> Asked => _asked;

    public static async Task<FakeConsole> StartAsync(int status, string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var console = new FakeConsole(app);
        app.Run(async context =>
        {
            console._asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return console;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
