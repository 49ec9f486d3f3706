using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Crawler.Worker.Jobs;

/// <summary>
/// Publishes what became of a job. The ledger has it: a broker that is gone is not waited for beyond <see cref="Patience"/>, the scheduler finds out when it
/// reconciles.
/// </summary>
internal sealed class JobAnnouncer(TimeProvider time, ILogger<JobAnnouncer> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="concluded">The job as the ledger now has it.</param>
    /// <param name="stored">The listing it has stored. Null: none.</param>
    public async Task AnnounceAsync(SweepJob concluded, Listing? stored, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await PublishAsync(concluded, stored, bus, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.EndNotTold(log, concluded.Id, Patience);
        }
    }

    private async Task PublishAsync(SweepJob job, Listing? stored, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        var outcome = job.Outcome;
        if (outcome?.Result is CaptureResult.New or CaptureResult.Changed or CaptureResult.Gone && stored is not null)
        {
            await bus.Publish(
                new ListingCaptured
                {
                    ListingId = stored.Id,
                    SiteId = job.SiteId,
                    WatchListId = job.WatchListId,
                    SweepId = job.SweepId,
                    CaptureId = stored.CaptureId,
                    Title = stored.Title,
                    Result = outcome.Result.Value,
                    Score = stored.Score,
                    At = stored.LastSeenAt,
                },
                cancellationToken);
        }

        if (outcome is not null && job.State is JobState.Failed or JobState.Pending)
        {
            await bus.Publish(
                new SiteTrouble
                {
                    SiteId = job.SiteId, SweepId = job.SweepId, Outcome = outcome!.Kind, Detail = outcome.Detail, Url = outcome.Url, At = time.GetUtcNow(),
                },
                cancellationToken);
        }

        await bus.Publish(new JobLeftWorker { JobId = job.Id, SweepId = job.SweepId, SiteId = job.SiteId }, cancellationToken);
    }
}
