using Crawler.Review.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crawler.Review.Sites;

/// <summary>Sites with their status, and the kill switch.</summary>
internal static class SitesApi
{
    public static void MapSites(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/sites").WithTags("Sites");
        group.MapGet("/", async (SiteDesk desk, CancellationToken cancellationToken) => Results.Ok(await desk.AllAsync(cancellationToken)))
            .WithSummary("All sites by name, each with how it last fared.").Produces<IReadOnlyList<SiteView>>();
        group.MapGet("/{id}", GetAsync)
            .WithSummary("One site.").Produces<SiteView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/enable", (string id, SiteDesk desk, CancellationToken cancellationToken) => SwitchAsync(id, enabled: true, desk, cancellationToken))
            .WithSummary("Switches a site on.").Produces<SiteView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/disable", (string id, SiteDesk desk, CancellationToken cancellationToken) => SwitchAsync(id, enabled: false, desk, cancellationToken))
            .WithSummary("The kill switch: no further request leaves for the site.").Produces<SiteView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAsync(string id, SiteDesk desk, CancellationToken cancellationToken) =>
        await desk.GetAsync(id, cancellationToken) is { } site ? Results.Ok(site) : Problems.NotFound("site", id);

    private static async Task<IResult> SwitchAsync(string id, bool enabled, SiteDesk desk, CancellationToken cancellationToken) =>
        await desk.SwitchAsync(id, enabled, cancellationToken) ? Results.Ok(await desk.GetAsync(id, cancellationToken)) : Problems.NotFound("site", id);
}
