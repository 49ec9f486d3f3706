using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Status;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Crawler.Worker.Jobs;

/// <summary>The life of a job in a worker: claim, keep the lease, do it, conclude, tell.</summary>
internal sealed class JobRunner(
    JobLedger ledger, SiteGuard guard, SearchHandler search, CaptureHandler capture, IDocumentStore store, WorkerActivity activity, TimeProvider time, ILogger<JobRunner> log)
{
    private static readonly TimeSpan TellingPatience = TimeSpan.FromSeconds(10);

    /// <summary>Does the job, if it is still to be done.</summary>
    public async Task RunAsync(string jobId, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        if (await ledger.ClaimAsync(jobId, cancellationToken) is not { } job)
        {
            return;
        }

        using var hand = activity.Take(job);
        using var trace = JobMetrics.Begin(job);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(job, work);
        JobVerdict verdict;
        try
        {
            verdict = await DecideAsync(job, work.Token);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            // Stopping, or the lease is lost: hand the job back (a no-op when it is no longer ours).
            await ledger.ReleaseAsync(job, CancellationToken.None);
            activity.CountHandedBack();
            return;
        }
        finally
        {
            await work.CancelAsync();
            await keeping;
        }

        if (await ledger.ConcludeAsync(job, verdict, cancellationToken) is { } concluded)
        {
            activity.Count(concluded);
            JobMetrics.Count(concluded, trace);
            await TryTellAsync(concluded, bus, cancellationToken);
        }
    }

    private async Task<JobVerdict> DecideAsync(SweepJob job, CancellationToken cancellationToken)
    {
        try
        {
            var sweep = (await store.GetAsync(HouseCollections.Sweeps, job.SweepId, cancellationToken))?.Value;
            var site = (await store.GetAsync(HouseCollections.Sites, job.SiteId, cancellationToken))?.Value;
            if (sweep is null || site is null)
            {
                string missing = sweep is null ? $"sweep {job.SweepId}" : $"site {job.SiteId}";
                return new JobVerdict.Skipped(new JobOutcome { Kind = OutcomeKind.SiteDisabled, Detail = $"{missing} is not in the store any more" });
            }

            var item = new WorkItem(job, sweep, site);
            if (await guard.RefuseAsync(item, cancellationToken) is { } refused)
            {
                return refused;
            }

            var verdict = job.Kind is JobKind.Search
                ? await search.HandleAsync(item, cancellationToken)
                : await capture.HandleAsync(item, cancellationToken);
            await guard.NoteAsync(item, verdict.Outcome, cancellationToken);
            return verdict;
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreException))
        {
            Log.JobFailed(log, e, job.Id, job.Kind, job.SiteId);
            return new JobVerdict.Failed(new JobOutcome { Kind = OutcomeKind.InternalError, Detail = $"{e.GetType().Name}: {e.Message}" }, Transient: true);
        }
    }

    private async Task KeepAsync(SweepJob job, CancellationTokenSource work)
    {
        if (!await ledger.KeepAsync(job, work.Token))
        {
            Log.LeaseLost(log, job.Id);
            await work.CancelAsync();
        }
    }

    /// <summary>The ledger has it: a broker that is gone is not waited for, the scheduler finds out when it reconciles.</summary>
    private async Task TryTellAsync(SweepJob job, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TellingPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await TellAsync(job, bus, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.EndNotTold(log, job.Id, TellingPatience);
        }
    }

    private async Task TellAsync(SweepJob job, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        var outcome = job.Outcome;
        if (outcome?.Result is CaptureResult.New or CaptureResult.Changed or CaptureResult.Gone
            && await store.GetAsync(HouseCollections.Listings, job.Capture!.ListingId, cancellationToken) is { Value: var listing })
        {
            await bus.Publish(
                new ListingCaptured
                {
                    ListingId = listing.Id,
                    SiteId = job.SiteId,
                    WatchListId = job.WatchListId,
                    SweepId = job.SweepId,
                    CaptureId = listing.CaptureId,
                    Title = listing.Title,
                    Result = outcome.Result.Value,
                    Score = listing.Score,
                    At = listing.LastSeenAt,
                },
                cancellationToken);
        }

        if (outcome is not null && job.State is JobState.Failed or JobState.Pending)
        {
            await bus.Publish(
                new SiteTrouble { SiteId = job.SiteId, SweepId = job.SweepId, Outcome = outcome!.Kind, Detail = outcome.Detail, Url = outcome.Url, At = time.GetUtcNow() },
                cancellationToken);
        }

        await bus.Publish(new JobEnded { JobId = job.Id, SweepId = job.SweepId, SiteId = job.SiteId }, cancellationToken);
    }
}
