using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Crawler.Review.Hosting;

/// <summary>Answers an unknown address with a page where a page was asked for, with a problem elsewhere; both keep their status.</summary>
internal static class NotFound
{
    private const string Page = "/not-found";

    public static void UseNotFound(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute(Page, createScopeForStatusCodePages: true);

        // Inside the other, so that what it has answered is left alone there.
        app.UseWhen(context => !IsPage(context.Request), branch => branch.UseStatusCodePages());
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
