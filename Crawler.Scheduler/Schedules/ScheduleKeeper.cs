using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Sweeps;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Schedules;

/// <summary>
/// Keeps the promise of every watch list's schedule: each fire time starts one sweep, those missed while nobody was there are made up for by one. What was
/// dealt with is remembered in the store; the clock only wakes.
/// </summary>
internal sealed class ScheduleKeeper(IDocumentStore store, SweepPlanner planner, IScheduleClock clock, TimeProvider time, ILogger<ScheduleKeeper> log) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Reads all lists: new ones are scheduled, edited ones rescheduled, removed ones forgotten, missed ones run.</summary>
    public async Task SyncAllAsync(CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var list in store.QueryAllAsync(LedgerCollections.WatchLists, new DocumentQuery { Limit = 200 }, cancellationToken))
        {
            present.Add(list.Value.Id);
        }

        foreach (string id in present.Union(_known).ToArray())
        {
            try
            {
                await SyncAsync(id, time.GetUtcNow(), cancellationToken);
            }
#pragma warning disable CA1031 // One list in trouble must not keep the others from being scheduled.
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.ScheduleFailed(log, id, problem);
            }
        }
    }

    /// <summary>Brings one list up to date as of an instant: fires what is due, sets what comes next.</summary>
    public async Task SyncAsync(string watchListId, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (await store.GetAsync(LedgerCollections.WatchLists, watchListId, cancellationToken) is { Value: var list })
            {
                _known.Add(watchListId);
                await SyncAsync(list, asOf, cancellationToken);
            }
            else
            {
                _known.Remove(watchListId);
                await clock.RemoveAsync(watchListId, cancellationToken);
                await store.DeleteAsync(LedgerCollections.ScheduleStates, watchListId, version: null, cancellationToken);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task SyncAsync(WatchList list, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var before = (await store.GetAsync(LedgerCollections.ScheduleStates, list.Id, cancellationToken))?.Value;
        var state = new ScheduleState
        {
            WatchListId = list.Id,
            Schedule = list.Schedule,
            HandledUntil = HandledUntil(list, before, asOf),
            LastFireAt = before?.LastFireAt,
            LastSweepId = before?.LastSweepId,
            LastRefusal = before?.LastRefusal,
            Problem = CronCheck.Validate(list.Schedule, DateTimeOffset.UnixEpoch),
        };
        if (state.Problem is not null || list.Schedule.Paused)
        {
            await clock.RemoveAsync(list.Id, cancellationToken);
        }
        else
        {
            var times = new FireTimes(list.Schedule);
            state = await FireAsync(state, times.LastWithin(state.HandledUntil, asOf), cancellationToken);
            state = state with { NextFireAt = times.NextAfter(asOf) };
            await clock.SetAsync(list.Id, list.Schedule, cancellationToken);
        }

        await RememberAsync(before, state, cancellationToken);
    }

    private async Task<ScheduleState> FireAsync(ScheduleState state, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        if (due is not { } instant)
        {
            return state;
        }

        var request = new StartSweep { WatchListId = state.WatchListId, RequestedAt = instant, Trigger = SweepTrigger.Schedule };
        var start = await planner.StartAsync(request, cancellationToken);
        state = state with { HandledUntil = instant, LastFireAt = instant };
        return start is SweepStart.Accepted accepted
            ? state with { LastSweepId = accepted.SweepId, LastRefusal = null }
            : state with { LastRefusal = ((SweepStart.Refused)start).Reason };
    }

    private async Task RememberAsync(ScheduleState? before, ScheduleState state, CancellationToken cancellationToken)
    {
        if (state == before)
        {
            return;
        }

        await store.UpdateAsync(
            LedgerCollections.ScheduleStates,
            state.WatchListId,
            s => s is null || s.HandledUntil <= state.HandledUntil ? state : s,
            cancellationToken);
        if (state.Problem is { } problem && problem != before?.Problem)
        {
            Log.ScheduleInvalid(log, state.WatchListId, problem);
        }
        else if (state.NextFireAt is not null && state.NextFireAt != before?.NextFireAt)
        {
            Log.Scheduled(log, state.WatchListId, state.NextFireAt);
        }
    }

    // From where on fire times count. A schedule that was edited, resumed or never met before promises nothing for the time before it was written.
    private static DateTimeOffset HandledUntil(WatchList list, ScheduleState? before, DateTimeOffset asOf)
    {
        if (before is not null && before.Schedule == list.Schedule)
        {
            return before.HandledUntil;
        }

        var written = list.UpdatedAt > list.CreatedAt ? list.UpdatedAt : list.CreatedAt;
        if (written == default || written > asOf)
        {
            written = asOf;
        }

        return before is { HandledUntil: var handled } && handled > written ? handled : written;
    }
}
