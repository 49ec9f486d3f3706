using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Review.Hosting;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crawler.Review.Sweeps;

/// <summary>Sweeps, their progress and what they did not see.</summary>
internal static class SweepsApi
{
    public static void MapSweeps(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/sweeps").WithTags("Sweeps");
        group.MapGet("/", FindAsync)
            .WithSummary("Sweeps, latest first.")
            .WithDescription("watchList, state (planned, running, finished, cancelled; may repeat), limit 1 to 200, after: 'next' of the page before.")
            .Produces<SweepPageReply>().ProducesValidationProblem();
        group.MapGet("/{id}", GetAsync)
            .WithSummary("One sweep, site by site, with its coverage: what was not seen, and why. While it runs the figures are those of this moment.")
            .Produces<SweepDetail>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/not-seen", NotSeenAsync)
            .WithSummary("Each page that a sweep did not see, with its address and outcome, at most 1000; site narrows it down.")
            .Produces<IReadOnlyList<SweepJob>>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/cancel", CancelAsync)
            .WithSummary("Asks to stop a sweep: what has not begun is skipped.")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> FindAsync(HttpRequest request, SweepReader reader, CancellationToken cancellationToken)
    {
        var read = new ParameterReader(request.Query, ["watchList", "state", "limit", "after"]);
        var query = new SweepQuery
        {
            WatchLists = read.Many("watchList"),
            States = read.ManyOf<SweepState>("state"),
            Limit = read.Whole("limit", 1, 200, 50),
            After = read.Text("after", 2000),
        };
        if (read.Errors.Count > 0)
        {
            return Problems.Invalid(read.Errors);
        }

        return await reader.PageAsync(query, cancellationToken) is { } page
            ? Results.Ok(new SweepPageReply([.. page.Items.Select(i => SweepSummary.Of(i.Value))], page.Next))
            : Problems.Invalid("after", "after is not a cursor of this query; valid: 'next' of a page of the same filters, or nothing for the first page");
    }

    private static async Task<IResult> GetAsync(string id, SweepReader reader, CancellationToken cancellationToken) =>
        await reader.GetAsync(id, cancellationToken) is { } sweep
            ? Results.Ok(new SweepDetail(sweep, SweepCoverage.Of(sweep)))
            : Problems.NotFound("sweep", id);

    private static async Task<IResult> NotSeenAsync(string id, string? site, SweepReader reader, CancellationToken cancellationToken) =>
        await reader.GetAsync(id, cancellationToken) is null
            ? Problems.NotFound("sweep", id)
            : Results.Ok(await reader.NotSeenJobsAsync(id, site, limit: 1000, cancellationToken));

    private static async Task<IResult> CancelAsync(
        string id, string? reason, SweepReader reader, IPublishEndpoint bus, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(id, cancellationToken) is not { } sweep)
        {
            return Problems.NotFound("sweep", id);
        }

        if (sweep.HasEnded)
        {
            return Problems.Conflict($"sweep '{id}' ended at {sweep.EndedAt:O}");
        }

        await bus.Publish(new CancelSweep { SweepId = id, RequestedAt = time.GetUtcNow(), Reason = reason }, cancellationToken);
        return Results.Accepted($"/api/v1/sweeps/{id}");
    }
}
