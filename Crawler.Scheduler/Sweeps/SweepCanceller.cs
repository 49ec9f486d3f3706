using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Sweeps;

/// <summary>
/// Stops a sweep without breaking off what is under way: waiting jobs are skipped, running ones end, and the report says what was not asked.
/// </summary>
internal sealed class SweepCanceller(IDocumentStore store, JobLedger ledger, DispatchSignal signal, ILogger<SweepCanceller> log)
{
    public async Task CancelAsync(CancelSweep request, CancellationToken cancellationToken)
    {
        bool asked = false;
        var sweep = await store.UpdateAsync(
            LedgerCollections.Sweeps,
            request.SweepId,
            s =>
            {
                asked = s is { HasEnded: false, CancelRequestedAt: null };
                return asked ? s! with { CancelRequestedAt = request.RequestedAt, CancelReason = request.Reason } : s;
            },
            cancellationToken);
        if (sweep is null || !asked)
        {
            return;
        }

        Log.SweepCancelling(log, sweep.Id, request.Reason);
        foreach (var site in sweep.Sites)
        {
            signal.Note(sweep.Id, site.SiteId);
        }
    }

    /// <summary>Skips what no worker has begun on one site of a cancelled sweep.</summary>
    public async Task SkipWaitingAsync(Sweep sweep, string siteId, CancellationToken cancellationToken)
    {
        var open = new DocumentQuery
        {
            Where =
            [
                Filter.AnyOf(
                    JobFields.Open,
                    JobFields.OpenKey(sweep.Id, siteId, JobKind.Search),
                    JobFields.OpenKey(sweep.Id, siteId, JobKind.Capture)),
                Filter.AnyOf(JobFields.State, nameof(JobState.Pending), nameof(JobState.Sent)),
            ],
            Limit = 1000,
        };
        await foreach (var waiting in store.QueryAllAsync(LedgerCollections.Jobs, open, cancellationToken))
        {
            await ledger.CancelAsync(waiting, sweep.CancelReason, cancellationToken);
        }
    }
}
