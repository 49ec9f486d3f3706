using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crawler.Review.Hosting;

/// <summary>
/// Lets in only what this machine's own pages and programs ask. Binding to loopback is not enough: a page of a hostile site can point a name at 127.0.0.1
/// (so the Host header is checked) or send requests from the investigator's browser (so their origin is).
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next, ILogger<LoopbackGuard> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        string? refusal = Refusal(context);
        if (refusal is null)
        {
            return next(context);
        }

        Log.Refused(logger, context.Request.Method, context.Request.Path, refusal);
        return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Refused", detail: refusal).ExecuteAsync(context);
    }

    private static string? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.LocalIpAddress is { } local && !IPAddress.IsLoopback(local))
        {
            return "the desk answers on the loopback address only: it has no log-in yet";
        }

        if (!IsLoopback(request.Host.Host))
        {
            return $"the desk is not called '{request.Host.Host}': use 127.0.0.1 or localhost";
        }

        string? origin = request.Headers.Origin;
        if (!string.IsNullOrEmpty(origin) && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return $"a page of '{origin}' may not use the desk";
        }

        string? fetchSite = request.Headers["Sec-Fetch-Site"];
        if (ChangesState(request.Method) && fetchSite is not (null or "" or "same-origin" or "none"))
        {
            return "only the desk's own pages may change something";
        }

        return null;
    }

    private static bool ChangesState(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
