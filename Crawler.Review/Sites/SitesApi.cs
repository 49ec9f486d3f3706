using Crawler.Contracts.Drift;
using Crawler.Ledger.Repairs;
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
        group.MapGet("/", async (SiteOverview overview, CancellationToken cancellationToken) => Results.Ok(await overview.AllAsync(cancellationToken)))
            .WithSummary("All sites by name, each with how it last fared.").Produces<IReadOnlyList<SiteView>>();
        group.MapGet("/{id}", GetAsync)
            .WithSummary("One site.").Produces<SiteView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost(
            "/{id}/enable",
            (string id, SiteOverview overview, CancellationToken cancellationToken) => SwitchAsync(id, enabled: true, overview, cancellationToken))
            .WithSummary("Switches a site on.").Produces<SiteView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost(
            "/{id}/disable",
            (string id, SiteOverview overview, CancellationToken cancellationToken) => SwitchAsync(id, enabled: false, overview, cancellationToken))
            .WithSummary("The kill switch: no further request leaves for the site.").Produces<SiteView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/history", HistoryAsync)
            .WithSummary("How a site let itself be read, sweep by sweep, newest first.").Produces<SiteHistory>()
                .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/repairs", async (string id, SiteOverview overview, RepairProposals repairs, CancellationToken cancellationToken) =>
                await overview.GetAsync(id, cancellationToken) is null ? Problems.NotFound("site", id) : Results.Ok(await repairs.OfSiteAsync(id, cancellationToken)))
            .WithSummary("Repairs proposed for a drifted site, newest first, with what they change and the proof.").Produces<IReadOnlyList<RepairProposal>>()
                .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/repairs/{repair}/accept", (string id, string repair, string? by, SiteOverview overview, RepairProposals repairs, CancellationToken cancellationToken) => DecideAsync(id, repair, by, accept: true, overview, repairs, cancellationToken))
            .WithSummary("Puts a repaired definition into force; by names who decides.").Produces<RepairProposal>()
                .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
        group.MapPost("/{id}/repairs/{repair}/reject", (string id, string repair, string? by, SiteOverview overview, RepairProposals repairs, CancellationToken cancellationToken) => DecideAsync(id, repair, by, accept: false, overview, repairs, cancellationToken))
            .WithSummary("Leaves the definition as it is; by names who decides.").Produces<RepairProposal>().ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
    }

    private static async Task<IResult> HistoryAsync(string id, SiteOverview overview, CancellationToken cancellationToken) =>
        await overview.GetAsync(id, cancellationToken) is null
            ? Problems.NotFound("site", id)
            : Results.Ok(await overview.HistoryAsync(id, cancellationToken) ?? new SiteHistory { SiteId = id });

    private static async Task<IResult> DecideAsync(
        string id, string repair, string? by, bool accept, SiteOverview overview, RepairProposals repairs, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(by) || by.Length > 100)
        {
            return Problems.Invalid("by", "by is missing or longer than 100 characters; valid: the name of the person who decides");
        }

        if ((await repairs.OfSiteAsync(id, cancellationToken)).All(r => r.Id != repair))
        {
            return Problems.NotFound("repair", repair);
        }

        var answer = accept
            ? await repairs.AcceptAsync(repair, by.Trim(), cancellationToken)
            : await repairs.RejectAsync(repair, by.Trim(), cancellationToken);
        overview.NoteRepair(answer);
        return answer is RepairAnswer.Done done ? Results.Ok(done.Proposal) : Problems.Conflict(((RepairAnswer.Refused)answer).Reason);
    }

    private static async Task<IResult> GetAsync(string id, SiteOverview overview, CancellationToken cancellationToken) =>
        await overview.GetAsync(id, cancellationToken) is { } site ? Results.Ok(site) : Problems.NotFound("site", id);

    private static async Task<IResult> SwitchAsync(string id, bool enabled, SiteOverview overview, CancellationToken cancellationToken) =>
        await overview.SwitchAsync(id, enabled, cancellationToken)
            ? Results.Ok(await overview.GetAsync(id, cancellationToken))
            : Problems.NotFound("site", id);
}
