using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Worker.Jobs;

/// <summary>Does a claimed job: looks up what it belongs to, asks whether the site may be asked, hands it to the handler of its kind.</summary>
internal sealed class JobExecutor(IDocumentStore store, SiteGuard guard, SearchHandler search, CaptureHandler capture, ILogger<JobExecutor> log)
{
    /// <returns>What it came to. A fault of our own is a failure that is tried again; a store that does not answer throws, and the lease runs out.</returns>
    public async Task<JobVerdict> ExecuteAsync(SweepJob job, CancellationToken cancellationToken)
    {
        try
        {
            var sweep = (await store.GetAsync(LedgerCollections.Sweeps, job.SweepId, cancellationToken))?.Value;
            var site = (await store.GetAsync(LedgerCollections.Sites, job.SiteId, cancellationToken))?.Value;
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
}
