using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Sweeps;

/// <summary>Questions about, and changes of, one site's part of a sweep.</summary>
public sealed class SweepLedger(IDocumentStore store)
{
    /// <summary>
    /// Whether all jobs of these kinds have ended. Workers put child jobs in before the parent ends, so the truth never passes through none; a store that
    /// reads its index while it changes may still look past both, hence the second look.
    /// </summary>
    public async Task<bool> AllEndedAsync(string sweepId, string siteId, IReadOnlyList<JobKind> kinds, CancellationToken cancellationToken)
    {
        FieldValue[] keys = [.. kinds.Select(k => FieldValue.From(JobFields.OpenKey(sweepId, siteId, k)))];
        var open = new DocumentQuery { Where = [Filter.AnyOf(JobFields.Open, keys)], Limit = 1 };
        return await NoneAsync(open, cancellationToken) && await NoneAsync(open, cancellationToken);
    }

    /// <summary>All jobs of one site's part of a sweep, or those of one kind.</summary>
    public async Task<IReadOnlyList<SweepJob>> JobsAsync(string sweepId, string siteId, JobKind? kind, CancellationToken cancellationToken)
    {
        List<Filter> where = [Filter.AnyOf(JobFields.SweepId, sweepId), Filter.AnyOf(JobFields.SiteId, siteId)];
        if (kind is { } one)
        {
            where.Add(Filter.AnyOf(JobFields.Kind, one.ToString()));
        }

        var jobs = new List<SweepJob>();
        await foreach (var job in store.QueryAllAsync(LedgerCollections.Jobs, new DocumentQuery { Where = where, Limit = 1000 }, cancellationToken))
        {
            jobs.Add(job.Value);
        }

        return jobs;
    }

    /// <summary>Changes one site's part of a sweep that is under way and still in <paramref name="from"/>; does nothing otherwise.</summary>
    /// <returns>Whether it was this call that changed it.</returns>
    public async Task<bool> ChangePartAsync(
        string sweepId, string siteId, SitePhase from, Func<SiteSweep, SiteSweep> change, CancellationToken cancellationToken)
    {
        bool changed = false;
        await store.UpdateAsync(
            LedgerCollections.Sweeps,
            sweepId,
            sweep =>
            {
                changed = sweep is { State: SweepState.Running } && sweep.Sites.Any(s => s.SiteId == siteId && s.Phase == from);
                return changed ? sweep! with { Sites = [.. sweep.Sites.Select(s => s.SiteId == siteId ? change(s) : s)] } : sweep;
            },
            cancellationToken);
        return changed;
    }

    private async Task<bool> NoneAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        (await store.QueryAsync(LedgerCollections.Jobs, query, cancellationToken)).Items.Count == 0;
}
