using System.Collections.Concurrent;
using System.Globalization;
using Crawler.Contracts.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CyberPatrol.Benchmarks.Scale;

/// <summary>
/// Any number of small markets on 127.0.0.1, each on a port of its own, that answer at once: the cheapest sites there can be, so that what is measured is us. Each has one
/// search of so many pages of so many adverts, all of which hold the term.
/// </summary>
internal sealed class ScaleGround : IAsyncDisposable
{
    public const string Term = "ivoor";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<int, HostLog> _logs = new();

    private ScaleGround(WebApplication app, int pages, int rows, TimeProvider time)
    {
        _app = app;
        Pages = pages;
        Rows = rows;
        app.MapGet("/robots.txt", context => Note(context, time, "User-agent: *\nAllow: /\n", "text/plain"));
        app.MapGet("/s", context => Note(context, time, Search(int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture)), "text/html"));
        app.MapGet("/a/{id:int}", (HttpContext context, int id) => Note(context, time, Advert(id), "text/html"));
    }

    public int Pages { get; }

    public int Rows { get; }

    public IReadOnlyList<SiteDefinition> Sites { get; private set; } = [];

    public IReadOnlyCollection<HostLog> Logs => [.. _logs.Values];

    public static async Task<ScaleGround> StartAsync(
        int sites, int pages, int rows, TimeSpan pace, TimeProvider time, CancellationToken cancellationToken, string name = "market")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        for (int i = 0; i < sites; i++)
        {
            app.Urls.Add("http://127.0.0.1:0");
        }

        var ground = new ScaleGround(app, pages, rows, time);
        await app.StartAsync(cancellationToken);
        ground.Sites = [.. app.Urls.Select((url, i) => Definition($"{name}-{i.ToString("D3", CultureInfo.InvariantCulture)}", new Uri(url), pace))];
        return ground;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static SiteDefinition Definition(string id, Uri home, TimeSpan pace) => new()
    {
        Id = id,
        Name = id,
        Home = home,
        Languages = ["nl"],
        Pace = new PacePolicy { Delay = pace },
        Fetch = new FetchPolicy { Mode = FetchMode.Http, MaxImages = 0 },
        Search = new SearchDefinition
        {
            Url = "/s?q={query}&page={page}",
            Paging = Paging.Link,
            Rows = ["li.row"],
            Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal)
            {
                ["url"] = [new FieldRule { Select = "a", Attribute = "href" }],
                ["title"] = [new FieldRule { Select = "a" }],
                ["price"] = [new FieldRule { Select = ".price" }],
            },
        },
    };

    private Task Note(HttpContext context, TimeProvider time, string body, string type)
    {
        _logs.GetOrAdd(context.Connection.LocalPort, static _ => new HostLog()).Add(time.GetUtcNow());
        context.Response.ContentType = type + "; charset=utf-8";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    private string Search(int page)
    {
        var rows = Enumerable.Range(((page - 1) * Rows) + 1, Rows)
            .Select(id => string.Create(CultureInfo.InvariantCulture, $"<li class=row><a href='/a/{id}'>Beeldje van {Term}, nummer {id}</a> <span class=price>€ {100 + id}</span></li>"));
        string next = page < Pages ? string.Create(CultureInfo.InvariantCulture, $"<a rel=next href='/s?q={Term}&amp;page={page + 1}'>volgende</a>") : "";
        return $"<!doctype html><html lang=nl><title>Zoeken</title><body><h1>Resultaten</h1><ul>{string.Concat(rows)}</ul>{next}</body></html>";
    }

    private static string Advert(int id) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        <!doctype html><html lang=nl><head><title>Beeldje van {{Term}}, nummer {{id}}</title>
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Beeldje van {{Term}}, nummer {{id}}","sku":"{{id}}","description":"Oud beeldje van {{Term}}, met de hand gesneden. Nummer {{id}}. Ophalen in Gent of verzenden.","offers":{"@type":"Offer","price":"{{100 + id}}","priceCurrency":"EUR","availability":"https://schema.org/InStock"} }</script>
        </head><body><h1>Beeldje van {{Term}}, nummer {{id}}</h1><p class=price>€ {{100 + id}}</p><p>Oud beeldje van {{Term}}, met de hand gesneden. Ophalen in Gent of verzenden.</p></body></html>
        """);
}

/// <summary>When a host was asked.</summary>
internal sealed class HostLog
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _at = [];

    public int Requests
    {
        get
        {
            lock (_gate)
            {
                return _at.Count;
            }
        }
    }

    /// <summary>The times between two requests, in order.</summary>
    public IReadOnlyList<TimeSpan> Gaps
    {
        get
        {
            lock (_gate)
            {
                return [.. _at.Zip(_at.Skip(1), (a, b) => b - a)];
            }
        }
    }

    /// <summary>From the first request to the last.</summary>
    public TimeSpan Span
    {
        get
        {
            lock (_gate)
            {
                return _at.Count == 0 ? TimeSpan.Zero : _at[^1] - _at[0];
            }
        }
    }

    public void Add(DateTimeOffset at)
    {
        lock (_gate)
        {
            _at.Add(at);
        }
    }
}
