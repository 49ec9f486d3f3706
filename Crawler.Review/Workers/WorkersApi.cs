using Crawler.Contracts.Sites;
using Crawler.Contracts.Workers;
using Crawler.Ledger.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crawler.Review.Workers;

/// <summary>Workers, and the work that waits for them.</summary>
internal static class WorkersApi
{
    public static void MapWorkers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workers", WorkersAsync).WithTags("Workers")
            .WithSummary("All workers heard from within a day, each with what it is doing.")
            .WithDescription("state: idle, working, stopping, silent (three beats missed; silentSince is its last word).")
            .Produces<WorkersReply>();
        api.MapGet("/queues", QueuesAsync).WithTags("Workers")
            .WithSummary("Each site's work that has not ended: in hand, on the bus, waiting; with its pace and how it last fared.")
            .WithDescription("state: idle, working, waiting, paused, unattended (work, and no worker listens), switchedOff. Sums are over all sites.")
            .Produces<QueuesReply>();
    }

    private static async Task<IResult> WorkersAsync(WorkerOverview overview, CancellationToken cancellationToken)
    {
        var view = await overview.ReadAsync(cancellationToken);
        return Results.Ok(new WorkersReply(view.At, [.. view.Workers.Select(w => WorkerView.Of(w, view.At))]));
    }

    private static async Task<IResult> QueuesAsync(WorkerOverview overview, CancellationToken cancellationToken)
    {
        var queues = (await overview.ReadAsync(cancellationToken)).Queues;
        return Results.Ok(new QueuesReply(queues.At, QueueSums.Of(queues.Queues), queues.Queues, queues.OtherPauses));
    }
}

internal sealed record WorkersReply(DateTimeOffset At, IReadOnlyList<WorkerView> Items);

internal sealed record QueuesReply(DateTimeOffset At, QueueSums Sums, IReadOnlyList<SiteQueue> Items, IReadOnlyList<HostPace> OtherPauses);

/// <summary>A worker and what to make of it.</summary>
/// <param name="SilentSince">Its last word, when it is silent.</param>
internal sealed record WorkerView(WorkerState State, DateTimeOffset? SilentSince, WorkerStatus Worker)
{
    public static WorkerView Of(WorkerStatus worker, DateTimeOffset now)
    {
        var state = worker.StateAt(now);
        return new WorkerView(state, state is WorkerState.Silent ? worker.BeatAt : null, worker);
    }
}
