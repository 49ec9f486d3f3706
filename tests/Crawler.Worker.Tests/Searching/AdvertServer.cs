using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Worker.Tests.Searching;

/// <summary>A site of seven adverts that can be searched in every way a definition knows. Each of its pages shows three.</summary>
internal static class AdvertServer
{
    private const int PerPage = 3;
    private static readonly string[] Adverts = [.. Enumerable.Range(1, 7).Select(n => $"a{n}")];

    public static Task<LoopbackSite> StartAsync() => LoopbackSite.StartAsync(AnswerAsync, handlesRobots: true);

    private static Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/robots.txt" => context.Response.WriteAsync("User-agent: *\nDisallow: /private\n"),
        "/form" => FormAsync(context),
        "/api/cursor" => CursorAsync(context),
        "/api/link" => LinkAsync(context),
        "/api/offset" => OffsetAsync(context),
        _ => NotFoundAsync(context),
    };

    /// <summary>A form that posts; the page number is a field of it.</summary>
    private static async Task FormAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            context.Response.StatusCode = 405;
            return;
        }

        var form = await context.Request.ReadFormAsync();
        int page = int.Parse(form["page"].ToString(), CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html(Found(form["q"].ToString()).Skip((page - 1) * PerPage).Take(PerPage)));
    }

    /// <summary>A JSON API that is posted to and gives a cursor to go on with.</summary>
    private static async Task CursorAsync(HttpContext context)
    {
        var asked = await JsonNode.ParseAsync(context.Request.Body);
        string? after = (string?)asked!["page"]?["after"];
        int start = after is null ? 0 : int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(after)), CultureInfo.InvariantCulture);
        var page = Found((string)asked["query"]!).Skip(start).Take(PerPage).ToList();
        bool more = start + PerPage < Adverts.Length;
        await JsonAsync(context, new JsonObject
        {
            ["ads"] = List(page),
            ["paging"] = new JsonObject { ["next"] = more ? Convert.ToBase64String(Encoding.ASCII.GetBytes((start + PerPage).ToString(CultureInfo.InvariantCulture))) : null },
        });
    }

    /// <summary>A JSON API that names its next page in a header.</summary>
    private static Task LinkAsync(HttpContext context)
    {
        int start = int.Parse(context.Request.Query["start"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        string q = Uri.EscapeDataString(context.Request.Query["q"].ToString());
        if (start + PerPage < Adverts.Length)
        {
            context.Response.Headers.Link = $"</api/link?q={q}&start=0>; rel=\"first\", </api/link?q={q}&start={start + PerPage}>; title=\"go, on\"; rel=\"last next\"";
        }

        return JsonAsync(context, new JsonObject { ["ads"] = List(Found(Uri.UnescapeDataString(q)).Skip(start).Take(PerPage)) });
    }

    private static Task OffsetAsync(HttpContext context)
    {
        int start = int.Parse(context.Request.Query["from"].ToString(), CultureInfo.InvariantCulture);
        return JsonAsync(context, new JsonObject { ["ads"] = List(Found(context.Request.Query["q"].ToString()).Skip(start).Take(PerPage)) });
    }

    private static IEnumerable<string> Found(string query) => query == "ivory & horn" ? Adverts : [];

    private static JsonArray List(IEnumerable<string> ids) =>
        new([.. ids.Select(id => new JsonObject { ["id"] = id, ["title"] = $"Advert {id}", ["url"] = $"/ad/{id}", ["price"] = "€ 10" })]);

    private static string Html(IEnumerable<string> ids)
    {
        string rows = string.Concat(ids.Select(id => $"<li class=\"ad\" data-id=\"{id}\"><a href=\"/ad/{id}\">Advert {id}</a> <b>€ 10</b></li>"));
        return $"<!doctype html><html lang=\"en\"><title>Search</title><body><main>{(rows.Length > 0 ? $"<ul>{rows}</ul>" : "<p class=\"none\">Nothing found</p>")}</main></body></html>";
    }

    private static Task JsonAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
