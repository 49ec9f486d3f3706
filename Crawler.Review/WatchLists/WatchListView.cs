using Crawler.Contracts.WatchLists;
using Crawler.Storage.Documents;

namespace Crawler.Review.WatchLists;

/// <summary>A watch list as the desk shows it.</summary>
/// <param name="Version">For If-Match.</param>
/// <param name="NextRunAt">Null: paused, or the scheduler has not computed it.</param>
/// <param name="LastSweepId">The sweep that the schedule last started. Null: none.</param>
/// <param name="LastRefusal">Why the schedule's last run started nothing. Null: it did.</param>
/// <param name="ScheduleProblem">What the scheduler finds wrong with the schedule. Null: nothing.</param>
/// <param name="RunningSweepId">Null: none is under way.</param>
internal sealed record WatchListView(
    WatchList WatchList,
    long Version,
    DateTimeOffset? NextRunAt,
    string? LastSweepId,
    string? LastRefusal,
    string? ScheduleProblem,
    string? RunningSweepId)
{
    public static WatchListView Of(Stored<WatchList> list, ScheduleState? state, string? runningSweepId)
    {
        // A state computed from an older schedule says nothing about this one.
        bool current = state is not null && state.Schedule == list.Value.Schedule;
        return new WatchListView(
            list.Value,
            list.Version,
            current && !list.Value.Schedule.Paused ? state!.NextFireAt : null,
            state?.LastSweepId,
            state?.LastRefusal,
            current ? state!.Problem : null,
            runningSweepId);
    }
}
