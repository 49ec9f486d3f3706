using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Support;

/// <summary>A marketplace whose pages are filled by script.</summary>
internal static class PracticeMarket
{
    public const string Shell = """<!doctype html><html><head><title>Markt</title><script src="/app.js" defer></script></head><body><header>Markt</header><div id="app"></div></body></html>""";

    public const string App = """
        const app = document.getElementById('app');
        fetch('/api/items?page=1').then(r => r.json()).then(rows => {
          for (const row of rows) {
            const a = document.createElement('a');
            a.href = '/item/' + row.id; a.textContent = row.title; a.className = 'row'; app.append(a);
          }
        });
        """;

    public static Task<LoopbackSite> StartAsync(Dictionary<string, string>? more = null, bool handlesRobots = false) => LoopbackSite.StartAsync(
        async c =>
        {
            string path = c.Request.Path.Value!;
            string? text = more?.GetValueOrDefault(path) ?? path switch
            {
                "/search" => Shell,
                "/plain" => "<p>" + string.Concat(Enumerable.Repeat("leesbare tekst ", 30)),
                "/app.js" => App,
                "/api/items" => Rows(int.Parse(c.Request.Query["page"].ToString())),
                _ => null,
            };
            c.Response.StatusCode = text is null && path != "/pic.png" ? 404 : 200;
            c.Response.ContentType = path.EndsWith(".js", StringComparison.Ordinal)
                ? "text/javascript"
                : path.StartsWith("/api", StringComparison.Ordinal)
                ? "application/json"
                : path == "/pic.png"
                ? "image/png"
                : "text/html; charset=utf-8";
            c.Response.Headers.CacheControl = path == "/pic.png" ? "no-store" : "max-age=600";
            await c.Response.WriteAsync(text ?? "");
        },
        handlesRobots);

    private static string Rows(int page) => $$"""[{"id":{{(page * 2) - 1}},"title":"Elfenbein Figur {{(page * 2) - 1}}"},{"id":{{page * 2}},"title":"Elfenbein Figur {{page * 2}}"}]""".Replace("Figur 7", "Figur 8", StringComparison.Ordinal);
}
