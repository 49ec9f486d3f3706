using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Review.WatchLists;

/// <summary>Keeps watch lists and asks the scheduler to run them.</summary>
internal sealed class WatchListEditor(
    IDocumentStore store, IBus bus, TimeProvider time, IOptions<ReviewOptions> options, ILogger<WatchListEditor> logger)
{
    private const int Attempts = 5;

    /// <summary>All lists by name.</summary>
    public async Task<IReadOnlyList<WatchListView>> AllAsync(CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, ScheduleState>(StringComparer.Ordinal);
        await foreach (var state in store.QueryAllAsync(LedgerCollections.ScheduleStates, new DocumentQuery { Limit = 500 }, cancellationToken))
        {
            states[state.Value.WatchListId] = state.Value;
        }

        var running = new Dictionary<string, string>(StringComparer.Ordinal);
        var unfinished = new DocumentQuery { Where = [UnderWay], Limit = 500 };
        await foreach (var sweep in store.QueryAllAsync(LedgerCollections.Sweeps, unfinished, cancellationToken))
        {
            running[sweep.Value.WatchListId] = sweep.Value.Id;
        }

        var lists = new List<WatchListView>();
        await foreach (var list in store.QueryAllAsync(LedgerCollections.WatchLists, new DocumentQuery { OrderBy = new Sort(WatchListFields.Name), Limit = 500 }, cancellationToken))
        {
            string id = list.Value.Id;
            lists.Add(WatchListView.Of(list, states.GetValueOrDefault(id), running.GetValueOrDefault(id)));
        }

        return lists;
    }

    /// <summary>Names by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var list in store.QueryAllAsync(LedgerCollections.WatchLists, new DocumentQuery { Limit = 500 }, cancellationToken))
        {
            names[list.Value.Id] = list.Value.Name;
        }

        return names;
    }

    /// <summary>One list. Null: there is none.</summary>
    public async Task<WatchListView?> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(LedgerCollections.WatchLists, id, cancellationToken) is not { } list)
        {
            return null;
        }

        var state = await store.GetAsync(LedgerCollections.ScheduleStates, id, cancellationToken);
        var running = await store.QueryAsync(
            LedgerCollections.Sweeps, new DocumentQuery { Where = [Filter.AnyOf(SweepFields.WatchListId, id), UnderWay], Limit = 1 }, cancellationToken);
        return WatchListView.Of(list, state?.Value, running.Items.Count == 0 ? null : running.Items[0].Value.Id);
    }

    /// <summary>Stores a new list. False: its id is taken.</summary>
    public async Task<bool> CreateAsync(WatchList list, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await store.InsertIfAbsentAsync(LedgerCollections.WatchLists, list with { CreatedAt = now, UpdatedAt = now }, cancellationToken))
        {
            return false;
        }

        await TellAsync(list.Id, "created", cancellationToken);
        return true;
    }

    /// <summary>Replaces a list.</summary>
    /// <param name="version">The version it was read with. Null: whatever is there.</param>
    public async Task<SaveOutcome> ReplaceAsync(WatchList list, long? version, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.GetAsync(LedgerCollections.WatchLists, list.Id, cancellationToken) is not { } stored)
            {
                return SaveOutcome.Missing;
            }

            if (version is { } expected && stored.Version != expected)
            {
                return SaveOutcome.StaleAt(stored.Version);
            }

            var changed = list with { CreatedAt = stored.Value.CreatedAt, UpdatedAt = time.GetUtcNow() };
            if (await store.ReplaceIfVersionAsync(LedgerCollections.WatchLists, changed, stored.Version, cancellationToken))
            {
                await TellAsync(list.Id, "edited", cancellationToken);
                return SaveOutcome.Saved;
            }
        }

        return SaveOutcome.StaleAt(version ?? 0);
    }

    /// <summary>Stops or resumes the schedule. False: there is no such list.</summary>
    public async Task<bool> PauseAsync(string id, bool paused, CancellationToken cancellationToken)
    {
        bool changed = false;
        var list = await store.UpdateAsync(
            LedgerCollections.WatchLists,
            id,
            l =>
            {
                changed = l is not null && l.Schedule.Paused != paused;
                return changed ? l! with { Schedule = l.Schedule with { Paused = paused }, UpdatedAt = time.GetUtcNow() } : l;
            },
            cancellationToken);
        if (changed)
        {
            await TellAsync(id, paused ? "paused" : "resumed", cancellationToken);
        }

        return list is not null;
    }

    /// <summary>Removes a list; what it found stays.</summary>
    /// <param name="version">The version it was read with. Null: whatever is there.</param>
    public async Task<SaveOutcome> DeleteAsync(string id, long? version, CancellationToken cancellationToken)
    {
        if (await store.DeleteAsync(LedgerCollections.WatchLists, id, version, cancellationToken))
        {
            await TellAsync(id, "removed", cancellationToken);
            return SaveOutcome.Saved;
        }

        return await store.GetAsync(LedgerCollections.WatchLists, id, cancellationToken) is { } stored
            ? SaveOutcome.StaleAt(stored.Version)
            : SaveOutcome.Missing;
    }

    /// <summary>Asks the scheduler for a sweep now.</summary>
    public async Task<RunOutcome> RunAsync(string id, CancellationToken cancellationToken)
    {
        var timeout = options.Value.SchedulerTimeout;
        try
        {
            var client = bus.CreateRequestClient<StartSweep>(timeout);
            var response = await client.GetResponse<SweepAccepted, SweepRefused>(
                new StartSweep { WatchListId = id, RequestedAt = time.GetUtcNow(), Trigger = SweepTrigger.Manual }, cancellationToken);
            return response.Is(out Response<SweepAccepted>? accepted)
                ? new RunOutcome.Accepted(accepted.Message.SweepId)
                : response.Is(out Response<SweepRefused>? refused)
                    ? new RunOutcome.Refused(refused.Message.Reason, refused.Message.RunningSweepId)
                    : new RunOutcome.Silent("the scheduler's answer was not understood");
        }
        catch (RequestTimeoutException)
        {
            Log.SchedulerSilent(logger, id, timeout);
            return new RunOutcome.Silent($"no scheduler answered within {timeout.TotalSeconds:0} s: is one running?");
        }
        catch (RequestFaultException fault)
        {
            return new RunOutcome.Silent($"the scheduler failed: {fault.Fault?.Exceptions.FirstOrDefault()?.Message ?? fault.Message}");
        }
    }

    /// <summary>Asks the scheduler whether a schedule is sound and when it would run. Null: no scheduler answered.</summary>
    public async Task<ScheduleChecked?> CheckAsync(WatchSchedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            var client = bus.CreateRequestClient<CheckSchedule>(TimeSpan.FromSeconds(3));
            var response = await client.GetResponse<ScheduleChecked>(new CheckSchedule { Schedule = schedule, After = time.GetUtcNow() }, cancellationToken);
            return response.Message;
        }
        catch (Exception exception) when (exception is RequestTimeoutException or RequestFaultException)
        {
            return null;
        }
    }

    private static Filter UnderWay => Filter.AnyOf(SweepFields.State, nameof(SweepState.Planned), nameof(SweepState.Running));

    private async Task TellAsync(string id, string change, CancellationToken cancellationToken)
    {
        Log.WatchListChanged(logger, id, change);
        await bus.Publish(new WatchListChanged { WatchListId = id }, cancellationToken);
    }
}
