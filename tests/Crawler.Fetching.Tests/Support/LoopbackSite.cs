using System.Collections.Concurrent;
using System.Net;
using Crawler.Contracts.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Crawler.Fetching.Tests.Support;

/// <summary>A site on 127.0.0.1 that remembers each request and answers as the test says.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();

    private LoopbackSite(WebApplication app) => _app = app;

    public Uri Home { get; private set; } = new("http://127.0.0.1/");

    public string Authority => Home.Authority;

    /// <summary>Every request in order of arrival, robots.txt included.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>Paths asked, robots.txt left out.</summary>
    public IReadOnlyList<string> Paths => [.. _seen.Select(r => r.Path).Where(p => !string.Equals(p, "/robots.txt", StringComparison.Ordinal))];

    /// <summary>Starts a site. Unless the handler is asked about it, robots.txt is not found.</summary>
    public static async Task<LoopbackSite> StartAsync(Func<HttpContext, Task> answer, bool handlesRobots = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1);
            k.Limits.MinResponseDataRate = null;
        });
        var app = builder.Build();
        var site = new LoopbackSite(app);
        app.Run(context =>
        {
            // Taken first of all: it is what the site sees.
            long at = TimeProvider.System.GetTimestamp();
            site._seen.Enqueue(new SeenRequest(
                at,
                context.Request.Method,
                context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            if (!handlesRobots && context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }

            return answer(context);
        });
        await app.StartAsync();
        string address = ((IApplicationBuilder)app).ServerFeatures.Get<IServerAddressesFeature>()!.Addresses.First();
        site.Home = new Uri(address + "/");
        return site;
    }

    public static Task<LoopbackSite> StartAsync(IReadOnlyDictionary<string, string> pages, bool handlesRobots = false) => StartAsync(
        context =>
        {
            if (!pages.TryGetValue(context.Request.Path, out string? text))
            {
                context.Response.StatusCode = 404;
                return context.Response.WriteAsync("not here");
            }

            context.Response.ContentType = context.Request.Path.Value!.Split('.')[^1] switch
            {
                "js" => "text/javascript",
                "css" => "text/css",
                "json" => "application/json",
                "txt" => "text/plain",
                _ => "text/html; charset=utf-8",
            };
            return context.Response.WriteAsync(text);
        },
        handlesRobots);

    /// <summary>The shortest time between two arrivals.</summary>
    public TimeSpan ShortestGap() => Seen
        .Zip(Seen.Skip(1), (a, b) => TimeProvider.System.GetElapsedTime(a.Timestamp, b.Timestamp))
        .DefaultIfEmpty(TimeSpan.MaxValue)
        .Min();

    public Uri At(string path) => new(Home, path);

    /// <summary>A definition of this site.</summary>
    public SiteDefinition Define(TimeSpan? delay = null, FetchMode mode = FetchMode.Http) => new()
    {
        Id = "practice",
        Name = "Practice",
        Home = Home,
        Languages = ["nl", "fr"],
        Pace = new PacePolicy { Delay = delay ?? TimeSpan.Zero },
        Fetch = new FetchPolicy { Mode = mode },
        Search = new SearchDefinition { Url = "/search?q={query}" },
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A request as the site saw it.</summary>
internal sealed record SeenRequest(long Timestamp, string Method, string Path, IReadOnlyDictionary<string, string> Headers);
