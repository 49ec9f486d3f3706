using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Views;

/// <summary>A watch list and how it fares.</summary>
/// <param name="WatchList">As stored.</param>
/// <param name="NextRunAt">Null: paused, or no scheduler has looked at it yet.</param>
/// <param name="ScheduleProblem">What the scheduler finds wrong with the schedule. Null: nothing.</param>
/// <param name="LastRefusal">Why the schedule's last run started no sweep. Null: it did.</param>
/// <param name="LastSweep">Null: never swept.</param>
internal sealed record WatchListStatus(WatchList WatchList, DateTimeOffset? NextRunAt, string? ScheduleProblem, string? LastRefusal, LastSweep? LastSweep)
{
    public static async Task<WatchListStatus> ReadAsync(IDocumentStore store, WatchList list, CancellationToken cancellationToken)
    {
        var state = (await store.GetAsync(LedgerCollections.ScheduleStates, list.Id, cancellationToken))?.Value;
        var sweeps = await store.QueryAsync(
            LedgerCollections.Sweeps,
            new DocumentQuery
            {
                Where = [Filter.AnyOf(SweepFields.WatchListId, list.Id)], OrderBy = new Sort(SweepFields.ScheduledFor, Descending: true), Limit = 1,
            },
            cancellationToken);

        // What was computed from an older schedule says nothing about this one.
        var current = state?.Schedule == list.Schedule ? state : null;
        return new WatchListStatus(
            list,
            list.Schedule.Paused ? null : current?.NextFireAt,
            current?.Problem,
            current?.LastRefusal,
            sweeps.Items is [{ Value: var last }, ..] ? new LastSweep(last.Id, last.State, last.ScheduledFor) : null);
    }
}

/// <summary>The latest sweep of a list.</summary>
internal sealed record LastSweep(string Id, SweepState State, DateTimeOffset ScheduledFor);
