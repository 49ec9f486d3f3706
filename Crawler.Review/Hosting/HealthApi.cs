using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crawler.Review.Hosting;

/// <summary>Whether the desk, its store and its bus work.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder api) => api.MapGet("/health", GetAsync)
        .WithTags("Health").WithSummary("Whether store and bus answer.").Produces<HealthReply>()
            .Produces<HealthReply>(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> GetAsync(IDocumentStore store, IBusControl bus, CancellationToken cancellationToken)
    {
        string storeState = "ok";
        try
        {
            await store.GetAsync(LedgerCollections.WatchLists, "-", cancellationToken);
        }
        catch (StoreException exception)
        {
            storeState = exception.Message;
        }

        var busHealth = bus.CheckHealth();
        string busState = busHealth.Status == BusHealthStatus.Healthy ? "ok" : busHealth.Description;
        bool healthy = storeState == "ok" && busState == "ok";
        return Results.Json(new HealthReply(healthy ? "ok" : "failing", storeState, busState), statusCode: healthy ? 200 : 503);
    }
}

/// <summary>"ok", or what is wrong.</summary>
internal sealed record HealthReply(string Status, string Store, string Bus);
