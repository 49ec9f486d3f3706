using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Jobs;

/// <summary>
/// Remembers how each site answers. A site that has barred the way several times in a row is left alone for the rest of the sweep: asking on would be neither
/// polite nor of use.
/// </summary>
internal sealed class SiteGuard(IDocumentStore store, IOptions<WorkerOptions> options, TimeProvider time)
{
    /// <summary>The verdict for a job that is not worth a request any more, or null: go ahead.</summary>
    public async Task<JobVerdict?> RefuseAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (!item.Site.Enabled)
        {
            return new JobVerdict.Skipped(new JobOutcome { Kind = OutcomeKind.SiteDisabled, Detail = $"site {item.Site.Id} is switched off" });
        }

        var status = (await store.GetAsync(LedgerCollections.SiteStatuses, item.Site.Id, cancellationToken))?.Value;
        if (status?.BarredSweepId != item.Sweep.Id || status.BarredInARow < options.Value.MaxBarredInARow)
        {
            return null;
        }

        string detail = $"not asked: the site barred the way {status.BarredInARow} times in a row in this sweep ({status.LastDetail})";
        return new JobVerdict.Failed(new JobOutcome { Kind = status.LastOutcome ?? OutcomeKind.Blocked, Detail = detail }, Transient: false);
    }

    /// <summary>Notes how the site answered.</summary>
    public Task NoteAsync(WorkItem item, JobOutcome outcome, CancellationToken cancellationToken) =>
        store.UpdateAsync(
            LedgerCollections.SiteStatuses, item.Site.Id, s => Noted(s ?? new SiteStatus { SiteId = item.Site.Id }, item, outcome), cancellationToken);

    /// <summary>Answers that mean: not for you.</summary>
    public static bool IsBarred(OutcomeKind kind) =>
        kind is OutcomeKind.Blocked or OutcomeKind.Captcha or OutcomeKind.ConsentWall or OutcomeKind.LoginRequired;

    private SiteStatus Noted(SiteStatus status, WorkItem item, JobOutcome outcome)
    {
        bool ok = outcome.Kind is OutcomeKind.Ok or OutcomeKind.NotModified or OutcomeKind.Empty;
        bool barred = IsBarred(outcome.Kind);
        int before = status.BarredSweepId == item.Sweep.Id ? status.BarredInARow : 0;
        if (ok && before == 0 && status.LastOutcome == outcome.Kind && time.GetUtcNow() - status.LastOkAt < TimeSpan.FromSeconds(5))
        {
            return status;
        }

        var now = time.GetUtcNow();
        return status with
        {
            LastOutcome = outcome.Kind,
            LastDetail = outcome.Detail,
            LastAt = now,
            LastOkAt = ok ? now : status.LastOkAt,
            BarredSweepId = item.Sweep.Id,
            BarredInARow = barred ? before + 1 : 0,
        };
    }
}
