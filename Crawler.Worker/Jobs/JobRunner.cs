using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Jobs;
using Crawler.Worker.Status;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Jobs;

/// <summary>The life of a job in a worker: claim, keep the lease, do it, conclude, publish.</summary>
internal sealed class JobRunner(
    JobLedger ledger, JobExecutor executor, JobAnnouncer announcer, WorkerActivity activity, IOptions<WorkerOptions> options, TimeProvider time, ILogger<JobRunner> log)
{
    private readonly WorkerOptions _options = options.Value;

    /// <summary>Does the job, if it is still to be done.</summary>
    public async Task RunAsync(string jobId, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        if (await ledger.ClaimAsync(jobId, _options.WorkerId, _options.Lease, cancellationToken) is not { } job)
        {
            return;
        }

        using var hand = activity.Take(job);
        using var trace = JobMetrics.Begin(job);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepLeaseAsync(job, work);
        JobVerdict verdict;
        try
        {
            verdict = await executor.ExecuteAsync(job, work.Token);
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

        if (await ledger.ConcludeAsync(job, verdict, _options.Limits, cancellationToken) is { } concluded)
        {
            activity.Count(concluded);
            JobMetrics.Count(concluded, trace);
            await announcer.AnnounceAsync(concluded, (verdict as JobVerdict.Done)?.Stored, bus, cancellationToken);
        }
    }

    /// <summary>Renews the lease every third of it until the work is cancelled; cancels the work when the job is no longer this worker's.</summary>
    private async Task KeepLeaseAsync(SweepJob job, CancellationTokenSource work)
    {
        try
        {
            do
            {
                await Task.Delay(_options.Lease / 3, time, work.Token);
            }
            while (await ledger.RenewAsync(job, _options.Lease, work.Token));
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            return;
        }

        Log.LeaseLost(log, job.Id);
        await work.CancelAsync();
    }
}
