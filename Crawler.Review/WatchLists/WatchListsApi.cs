using System.Globalization;
using Crawler.Analysis.WatchLists;
using Crawler.Contracts.WatchLists;
using Crawler.Review.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Crawler.Review.WatchLists;

/// <summary>Watch lists: kept, checked, paused and run.</summary>
internal static class WatchListsApi
{
    private const string Base = "/api/v1/watch-lists";

    public static void MapWatchLists(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/watch-lists").WithTags("Watch lists");
        group.MapGet("/", async (WatchListEditor editor, CancellationToken cancellationToken) => Results.Ok(await editor.AllAsync(cancellationToken)))
            .WithSummary("All watch lists by name, with next run and the sweep under way.").Produces<IReadOnlyList<WatchListView>>();
        group.MapGet("/{id}", GetAsync)
            .WithSummary("One watch list; its ETag is the version to send back as If-Match.").Produces<WatchListView>().ProducesProblem(404);
        group.MapGet("/{id}/file", FileAsync)
            .WithSummary("The watch list as the YAML file that `patrol watch add` reads.").Produces<string>(contentType: "application/yaml")
                .ProducesProblem(404);
        group.MapPost("/", CreateAsync)
            .WithSummary("Stores a new watch list.").Produces<WatchListView>(201).ProducesValidationProblem().ProducesProblem(409);
        group.MapPost("/validate", ValidateAsync)
            .WithSummary("Says what is wrong with a watch list without storing it, and when it would run.").Produces<WatchListCheckReply>();
        group.MapPut("/{id}", ReplaceAsync)
            .WithSummary("Replaces a watch list; If-Match is required.").Produces<WatchListView>().ProducesValidationProblem()
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        group.MapDelete("/{id}", DeleteAsync)
            .WithSummary("Removes a watch list; what it found stays. If-Match is honoured when sent.").Produces(204).ProducesProblem(404).ProducesProblem(412);
        group.MapPost(
            "/{id}/pause", (string id, WatchListEditor editor, CancellationToken cancellationToken) => PauseAsync(id, paused: true, editor, cancellationToken))
            .WithSummary("Stops the schedule; a run by hand is still possible.").Produces<WatchListView>().ProducesProblem(404);
        group.MapPost(
            "/{id}/resume",
            (string id, WatchListEditor editor, CancellationToken cancellationToken) => PauseAsync(id, paused: false, editor, cancellationToken))
            .WithSummary("Lets the schedule start sweeps again.").Produces<WatchListView>().ProducesProblem(404);
        group.MapPost("/{id}/run", RunAsync)
            .WithSummary("Starts a sweep now.").Produces<RunReply>(202).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
    }

    private static async Task<IResult> GetAsync(string id, WatchListEditor editor, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await editor.GetAsync(id, cancellationToken) is not { } view)
        {
            return Problems.NotFound("watch list", id);
        }

        response.Headers.ETag = Tag(view.Version);
        return Results.Ok(view);
    }

    private static async Task<IResult> FileAsync(string id, WatchListEditor editor, CancellationToken cancellationToken) =>
        await editor.GetAsync(id, cancellationToken) is { } view
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(WatchListFile.Write(view.WatchList)), "application/yaml; charset=utf-8", $"{id}.yaml")
            : Problems.NotFound("watch list", id);

    private static async Task<IResult> CreateAsync(
        WatchList list, WatchListEditor editor, WatchListCheck check, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await check.ErrorsAsync(list, cancellationToken) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        if (!await editor.CreateAsync(list, cancellationToken))
        {
            return Problems.Conflict($"there is a watch list '{list.Id}' already: choose another id, or change that one with PUT");
        }

        var view = await editor.GetAsync(list.Id, cancellationToken);
        response.Headers.ETag = Tag(view?.Version ?? 0);
        return Results.Created($"{Base}/{list.Id}", view);
    }

    private static async Task<IResult> ValidateAsync(WatchList list, WatchListCheck check, CancellationToken cancellationToken)
    {
        var found = await check.CheckAsync(list, cancellationToken);
        return Results.Ok(new WatchListCheckReply(found.Problems.Count == 0, found.Problems, found.NextRuns));
    }

    private static async Task<IResult> ReplaceAsync(
        string id, WatchList list, WatchListEditor editor, WatchListCheck check, HttpContext context, CancellationToken cancellationToken)
    {
        if (!string.Equals(id, list.Id, StringComparison.Ordinal))
        {
            return Problems.Invalid("id", $"the address names '{id}', the body '{list.Id}': an id never changes");
        }

        if (!TryVersion(context.Request, out long? version, out bool any))
        {
            return Problems.Invalid("If-Match", "If-Match is not a version; valid: the ETag that GET gave, or *");
        }

        if (version is null && !any)
        {
            return Problems.VersionRequired(id);
        }

        if (await check.ErrorsAsync(list, cancellationToken) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        var outcome = await editor.ReplaceAsync(list, version, cancellationToken);
        return outcome.Kind == SaveKind.Saved ? await GetAsync(id, editor, context.Response, cancellationToken) : Refusal(id, outcome);
    }

    private static async Task<IResult> DeleteAsync(string id, WatchListEditor editor, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!TryVersion(request, out long? version, out _))
        {
            return Problems.Invalid("If-Match", "If-Match is not a version; valid: the ETag that GET gave, or *");
        }

        var outcome = await editor.DeleteAsync(id, version, cancellationToken);
        return outcome.Kind == SaveKind.Saved ? Results.NoContent() : Refusal(id, outcome);
    }

    private static async Task<IResult> PauseAsync(string id, bool paused, WatchListEditor editor, CancellationToken cancellationToken) =>
        await editor.PauseAsync(id, paused, cancellationToken)
            ? Results.Ok(await editor.GetAsync(id, cancellationToken))
            : Problems.NotFound("watch list", id);

    private static async Task<IResult> RunAsync(string id, WatchListEditor editor, CancellationToken cancellationToken)
    {
        if (await editor.GetAsync(id, cancellationToken) is null)
        {
            return Problems.NotFound("watch list", id);
        }

        return await editor.RunAsync(id, cancellationToken) switch
        {
            RunOutcome.Accepted accepted => Results.Accepted($"/api/v1/sweeps/{accepted.SweepId}", new RunReply(accepted.SweepId)),
            RunOutcome.Refused refused => Problems.Conflict(
                refused.Reason, new Dictionary<string, object?>(StringComparer.Ordinal) { ["runningSweepId"] = refused.RunningSweepId }),
            RunOutcome.Silent silent => Problems.Unavailable(silent.Reason),
            var other => throw new InvalidOperationException($"unknown outcome {other}"),
        };
    }

    private static IResult Refusal(string id, SaveOutcome outcome) =>
        outcome.Kind == SaveKind.Missing ? Problems.NotFound("watch list", id) : Problems.Stale(id, outcome.Version);

    private static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static bool TryVersion(HttpRequest request, out long? version, out bool any)
    {
        version = null;
        any = false;
        string? header = request.Headers[HeaderNames.IfMatch];
        if (string.IsNullOrWhiteSpace(header))
        {
            return true;
        }

        if (header.Trim() == "*")
        {
            any = true;
            return true;
        }

        if (EntityTagHeaderValue.TryParse(header, out var tag)
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            version = number;
            return true;
        }

        return false;
    }
}

/// <summary>The sweep that was started.</summary>
internal sealed record RunReply(string SweepId);

/// <summary>What is wrong with a list.</summary>
/// <param name="NextRuns">Up to five. Null: no scheduler answered.</param>
internal sealed record WatchListCheckReply(bool Valid, IReadOnlyList<WatchListProblem> Problems, IReadOnlyList<DateTimeOffset>? NextRuns);
