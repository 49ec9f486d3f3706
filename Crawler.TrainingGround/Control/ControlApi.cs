using Crawler.TrainingGround.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Crawler.TrainingGround.Control;

/// <summary>The control port: truth, request log, changes and trouble over HTTP, and a page for people.</summary>
internal static class ControlApi
{
    public static void Map(WebApplication app, ITrainingControl ground)
    {
        app.MapGet("/", () => Results.Content(ControlPage.Render(ground).Text, "text/html; charset=utf-8"));
        app.MapGet("/truth", () => Json(ground.Truth));
        app.MapGet("/terms", () => Results.Content(TermSheet.Write(PlainTerms.Demo), "text/yaml; charset=utf-8"));
        app.MapGet("/requests", (HttpRequest request) => Json(
            ground.Requests.Where(r => request.Query["site"].Count == 0 || r.SiteId == request.Query["site"].ToString())));
        app.MapGet("/trouble", () => Json(ground.Sites.ToDictionary(s => s.Id, s => ground.GetTrouble(s.Id), StringComparer.Ordinal)));
        app.MapPost("/change", (HttpRequest request) => GuardAsync(request, async () => Json(
            await ground.ChangeAsync(Count(request, "prices"), Count(request, "remove"), request.HttpContext.RequestAborted))));
        app.MapPost("/trouble/{site}", (string site, HttpRequest request) => GuardAsync(request, () =>
        {
            // The page's form sends mode=none, for a form cannot send DELETE.
            var trouble = request.Query["mode"].ToString() is "none" ? null : TroubleQuery.Read(request.Query);
            ground.SetTrouble(site, trouble);
            return Task.FromResult(Json(trouble));
        }));
        app.MapDelete("/trouble/{site}", (string site, HttpRequest request) => GuardAsync(request, () =>
        {
            ground.SetTrouble(site, null);
            return Task.FromResult(Results.NoContent());
        }));
    }

    private static int Count(HttpRequest request, string name)
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0)
            return 0;
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new TrainingGroundException($"'{name}' is '{text}'; valid is a whole number of zero or more.");
    }

    private static IResult Json<T>(T value) => Results.Json(value, GroundJson.Options);

    /// <summary>A mistake in the request is a 400 with one line; a browser's form goes back to the page.</summary>
    private static async Task<IResult> GuardAsync(HttpRequest request, Func<Task<IResult>> act)
    {
        // A page of another site must not steer the world through a visitor's browser.
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}")
            return Results.Json(new { error = "Requests from other origins are refused." }, GroundJson.Options, statusCode: 403);
        try
        {
            var result = await act();
            return request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? Results.Redirect("/") : result;
        }
        catch (TrainingGroundException refused)
        {
            return Results.Json(new { error = refused.Message }, GroundJson.Options, statusCode: 400);
        }
    }
}
