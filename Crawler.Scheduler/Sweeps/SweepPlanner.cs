using System.Globalization;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Sweeps;

/// <summary>
/// Turns a watch list into a sweep and its first jobs. Every step can be repeated, by anyone: the claim says which sweep the list may run, the sweep says
/// what is to be searched, the jobs follow from the sweep.
/// </summary>
internal sealed class SweepPlanner(IDocumentStore store, FirstJobs firstJobs, DispatchSignal signal, TimeProvider time, ILogger<SweepPlanner> log)
{
    private static readonly Dictionary<string, SiteDefinition> NoDefinitions = [];

    /// <summary>Starts a sweep, unless one of the list is under way. Asking again for the same instant is answered with the same sweep.</summary>
    public async Task<SweepStart> StartAsync(StartSweep request, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(LedgerCollections.WatchLists, request.WatchListId, cancellationToken) is not { Value: var list })
        {
            return Refuse(request.WatchListId, $"There is no watch list \"{request.WatchListId}\".", null);
        }

        var claim = new SweepClaim
        {
            WatchListId = list.Id,
            SweepId = Sweep.IdFor(list.Id, request.RequestedAt),
            Trigger = request.Trigger,
            ScheduledFor = request.RequestedAt,
            ClaimedAt = time.GetUtcNow(),
        };
        if (await store.GetAsync(LedgerCollections.Sweeps, claim.SweepId, cancellationToken) is null
            && await TakeClaimAsync(claim, cancellationToken) is { } running)
        {
            string since = (running.StartedAt ?? running.ScheduledFor).ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            return Refuse(list.Id, $"Sweep {running.Id} of this list has been running since {since} UTC.", running.Id);
        }

        await FulfilAsync(claim, list, cancellationToken);
        return new SweepStart.Accepted(claim.SweepId);
    }

    /// <summary>Creates the sweep that a claim stands for, should its taker have died.</summary>
    public async Task HealAsync(Stored<SweepClaim> claim, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(LedgerCollections.WatchLists, claim.Value.WatchListId, cancellationToken) is { Value: var list })
        {
            await FulfilAsync(claim.Value, list, cancellationToken);
        }
        else
        {
            await store.DeleteAsync(LedgerCollections.SweepClaims, claim.Value.WatchListId, claim.Version, cancellationToken);
        }
    }

    /// <summary>Puts the first jobs of a planned sweep into the ledger and sets it running.</summary>
    public Task PlanAsync(Sweep sweep, CancellationToken cancellationToken) => PlanAsync(sweep, NoDefinitions, cancellationToken);

    private async Task PlanAsync(Sweep sweep, IReadOnlyDictionary<string, SiteDefinition> definitions, CancellationToken cancellationToken)
    {
        if (sweep.State is not SweepState.Planned)
        {
            return;
        }

        int jobs = await firstJobs.InsertAsync(sweep, definitions, cancellationToken);
        var now = await store.UpdateAsync(
            LedgerCollections.Sweeps, sweep.Id, s => s is { State: SweepState.Planned } ? s with { State = SweepState.Running } : s, cancellationToken);
        Log.SweepStarted(log, sweep.Id, sweep.WatchListId, sweep.Trigger.ToString(), jobs, sweep.Sites.Count);
        foreach (var site in now?.Sites ?? [])
        {
            signal.Note(sweep.Id, site.SiteId);
        }
    }

    // The sweep that stands in the way, or null: the claim is taken.
    private async Task<Sweep?> TakeClaimAsync(SweepClaim claim, CancellationToken cancellationToken)
    {
        while (true)
        {
            var standing = await store.GetAsync(LedgerCollections.SweepClaims, claim.WatchListId, cancellationToken);
            if (standing is null)
            {
                if (await store.InsertIfAbsentAsync(LedgerCollections.SweepClaims, claim, cancellationToken))
                {
                    return null;
                }

                continue;
            }

            if (standing.Value.SweepId == claim.SweepId)
            {
                return null;
            }

            if (!standing.Value.Settled)
            {
                await HealAsync(standing, cancellationToken);
                continue;
            }

            var other = await store.GetAsync(LedgerCollections.Sweeps, standing.Value.SweepId, cancellationToken);
            if (other is { Value.HasEnded: false })
            {
                return other.Value;
            }

            if (await store.ReplaceIfVersionAsync(LedgerCollections.SweepClaims, claim, standing.Version, cancellationToken))
            {
                return null;
            }
        }
    }

    private async Task FulfilAsync(SweepClaim claim, WatchList list, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, SiteDefinition> definitions = NoDefinitions;
        var stored = await store.GetAsync(LedgerCollections.Sweeps, claim.SweepId, cancellationToken);
        if (stored is null)
        {
            var (draft, read) = await firstJobs.DraftAsync(claim, list, time.GetUtcNow(), cancellationToken);
            definitions = read;
            await store.InsertIfAbsentAsync(LedgerCollections.Sweeps, draft, cancellationToken);
            stored = await store.GetAsync(LedgerCollections.Sweeps, claim.SweepId, cancellationToken);
        }

        await store.UpdateAsync(
            LedgerCollections.SweepClaims,
            claim.WatchListId,
            c => c is { Settled: false } && c.SweepId == claim.SweepId ? c with { Settled = true } : c,
            cancellationToken);
        if (stored is { Value: var sweep })
        {
            await PlanAsync(sweep, definitions, cancellationToken);
        }
    }

    private SweepStart.Refused Refuse(string watchListId, string reason, string? runningSweepId)
    {
        Log.SweepRefused(log, watchListId, reason);
        return new SweepStart.Refused(reason, runningSweepId);
    }
}
