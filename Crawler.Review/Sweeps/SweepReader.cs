using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Storage.Documents;

namespace Crawler.Review.Sweeps;

/// <summary>Reads sweeps and their ledger.</summary>
internal sealed class SweepReader(IDocumentStore store)
{
    private readonly SweepProgress _progress = new(store);

    /// <summary>A page of sweeps, latest first. Null: the cursor belongs to another query.</summary>
    public async Task<Page<Sweep>?> PageAsync(SweepQuery query, CancellationToken cancellationToken)
    {
        var where = new List<Filter>();
        if (query.WatchLists.Count > 0)
        {
            where.Add(Filter.AnyOf(SweepFields.WatchListId, [.. query.WatchLists.Select(FieldValue.From)]));
        }

        if (query.States.Count > 0)
        {
            where.Add(Filter.AnyOf(SweepFields.State, [.. query.States.Select(s => FieldValue.From(s.ToString()))]));
        }

        try
        {
            return await store.QueryAsync(
                LedgerCollections.Sweeps,
                new DocumentQuery { Where = where, OrderBy = new Sort(SweepFields.ScheduledFor, Descending: true), Limit = query.Limit, After = query.After },
                cancellationToken);
        }
        catch (ArgumentException) when (query.After is not null)
        {
            return null;
        }
    }

    /// <summary>The sweep; while it runs, with its figures as the ledger has them now. Null: there is none.</summary>
    public Task<Sweep?> GetAsync(string sweepId, CancellationToken cancellationToken) => _progress.ReadAsync(sweepId, cancellationToken);

    /// <summary>Sweeps under way, with live figures.</summary>
    public async Task<IReadOnlyList<Sweep>> RunningAsync(CancellationToken cancellationToken)
    {
        var page = await PageAsync(new SweepQuery { States = [SweepState.Planned, SweepState.Running], Limit = 20 }, cancellationToken);
        var running = new List<Sweep>();
        foreach (var item in page!.Items)
        {
            running.Add(await GetAsync(item.Value.Id, cancellationToken) ?? item.Value);
        }

        return running;
    }

    /// <summary>Jobs of a sweep that ended without an answer, or without a request, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<SweepJob>> NotSeenJobsAsync(string sweepId, string? siteId, int limit, CancellationToken cancellationToken)
    {
        var where = new List<Filter>
        {
            Filter.AnyOf(JobFields.SweepId, sweepId),
            Filter.AnyOf(JobFields.State, nameof(JobState.Failed), nameof(JobState.Skipped)),
        };
        if (siteId is not null)
        {
            where.Add(Filter.AnyOf(JobFields.SiteId, siteId));
        }

        var page = await store.QueryAsync(LedgerCollections.Jobs, new DocumentQuery { Where = where, Limit = limit }, cancellationToken);
        return [.. page.Items.Select(i => i.Value)];
    }
}

/// <summary>Which sweeps.</summary>
internal sealed record SweepQuery
{
    public IReadOnlyList<string> WatchLists { get; init; } = [];

    public IReadOnlyList<SweepState> States { get; init; } = [];

    public int Limit { get; init; } = 50;

    public string? After { get; init; }
}
