using System.Collections.Concurrent;
using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Pace;

/// <summary>Keeps the pace in one <see cref="HostPace"/> document per host, changed by compare-and-set only.</summary>
internal sealed class HostPacer(IDocumentStore store, TimeProvider time, Jitter jitter, IOptions<FetchingOptions> options) : IHostPacer, IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(30);
    private readonly ConcurrentDictionary<string, HostLane> _lanes = new(StringComparer.Ordinal);

    // How long the store took for the last claim, in ticks: the next one may take as long, and its request leaves after it.
    private long _lead;

    public HostLane Lane(string host) => _lanes.GetOrAdd(host, static _ => new HostLane());

    public async Task<PaceClaim> ClaimAsync(string host, TimeSpan delay, CancellationToken cancellationToken)
    {
        var lane = Lane(host);
        await lane.EnterAsync(cancellationToken);
        bool held = false;
        try
        {
            var (postponed, slot) = await TakeSlotAsync(host, delay, patient: false, cancellationToken);
            if (postponed is not null)
            {
                return postponed;
            }

            if (delay <= TimeSpan.Zero)
            {
                return new PaceClaim.Granted(PaceTicket.Free(host, slot.NextAt));
            }

            var ticket = PaceTicket.Claimed(this, lane, host, delay, slot);
            lane.Hold(ticket);
            held = true;
            return new PaceClaim.Granted(ticket);
        }
        finally
        {
            if (!held)
            {
                lane.Leave();
            }
        }
    }

    public async Task<DateTimeOffset> PauseAsync(string host, DateTimeOffset until, HostPause? pause, string? reason, CancellationToken cancellationToken)
    {
        var after = await store.UpdateAsync(
            LedgerCollections.HostPaces,
            host,
            old => old is not null && old.NextAt >= until ? old : new HostPace { Host = host, NextAt = until, Pause = pause, Reason = reason },
            cancellationToken);
        return after?.NextAt ?? until;
    }

    public bool IsPast(DateTimeOffset instant) => time.GetUtcNow() > instant;

    /// <summary>Moves the ticket's slot to now, if nobody claimed in between; otherwise stands in line for another.</summary>
    public async Task<PaceSlot> RenewAsync(PaceTicket ticket, CancellationToken cancellationToken)
    {
        var stored = await store.GetAsync(LedgerCollections.HostPaces, ticket.Host, cancellationToken);
        if (stored is not null && stored.Value.NextAt == ticket.Slot.NextAt
            && await WriteAsync(ticket.Host, stored.Version, ticket.Delay, cancellationToken) is { } renewed)
        {
            return renewed;
        }

        return (await TakeSlotAsync(ticket.Host, ticket.Delay, patient: true, cancellationToken)).Slot;
    }

    public async Task SettleAsync(PaceTicket ticket, CancellationToken cancellationToken)
    {
        var nextAt = PaceRules.AfterAnswer(ticket.Slot.SendBy, time.GetUtcNow(), ticket.Delay);
        if (nextAt >= ticket.Slot.NextAt)
        {
            return;
        }

        var stored = await store.GetAsync(LedgerCollections.HostPaces, ticket.Host, cancellationToken);
        if (stored is not null && stored.Value.NextAt == ticket.Slot.NextAt)
        {
            // Losing means that someone paused the host: theirs is later, and holds.
            _ = await store.ReplaceIfVersionAsync(LedgerCollections.HostPaces, stored.Value with { NextAt = nextAt }, stored.Version, cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }
    }

    private async Task<(PaceClaim.Postponed? Postponed, PaceSlot Slot)> TakeSlotAsync(
        string host, TimeSpan delay, bool patient, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.GetAsync(LedgerCollections.HostPaces, host, cancellationToken);
            var now = time.GetUtcNow();
            var wait = stored is null ? TimeSpan.Zero : stored.Value.NextAt - now;
            if (wait > TimeSpan.Zero)
            {
                if (!patient && wait > Patience(stored!.Value))
                {
                    var pace = stored.Value;
                    return (new PaceClaim.Postponed(pace.NextAt, pace.Pause, pace.Reason ?? $"the pace of {host} leaves no slot before {pace.NextAt:u}"), new PaceSlot(now, pace.NextAt));
                }

                await WaitAsync(Portion(wait), cancellationToken);
                continue;
            }

            if (delay <= TimeSpan.Zero)
            {
                return (null, new PaceSlot(now, now));
            }

            if (await WriteAsync(host, stored?.Version, delay, cancellationToken) is { } slot)
            {
                return (null, slot);
            }

            await WaitAsync(TimeSpan.FromMilliseconds(1 + (jitter.Next() * Math.Min(50, delay.TotalMilliseconds / 4))), cancellationToken);
        }
    }

    /// <summary>Writes a claim for a request that leaves as soon as it is written. Null: someone else's was first.</summary>
    /// <param name="version">Of the document it takes the place of. Null: there is none yet.</param>
    private async Task<PaceSlot?> WriteAsync(string host, long? version, TimeSpan delay, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var sendBy = PaceRules.SendBy(began, TimeSpan.FromTicks(Interlocked.Read(ref _lead)));
        var slot = new PaceSlot(sendBy, PaceRules.AfterClaim(sendBy, delay));
        var claim = new HostPace { Host = host, NextAt = slot.NextAt };
        try
        {
            bool won = version is { } known
                ? await store.ReplaceIfVersionAsync(LedgerCollections.HostPaces, claim, known, cancellationToken)
                : await store.InsertIfAbsentAsync(LedgerCollections.HostPaces, claim, cancellationToken);
            Interlocked.Exchange(ref _lead, (time.GetUtcNow() - began).Ticks);
            return won ? slot : null;
        }
        catch (StoreException unknown) when (unknown.Problem is StoreProblem.Uncertain)
        {
            // Whether this claim was there for a moment matters to nobody: another one is there now.
            return null;
        }
    }

    private TimeSpan Patience(HostPace pace) => pace.Pause is null ? options.Value.PacePatience : options.Value.PausePatience;

    /// <summary>A slot that is held back for an unanswered request comes free earlier than it says, so its last stretch is waited for in glances.</summary>
    private static TimeSpan Portion(TimeSpan wait)
    {
        TimeSpan sure = wait - PaceRules.ArrivalAllowance - PaceRules.SendWindow;
        return sure > Glance ? sure : wait < Glance ? wait : Glance;
    }

    // Timers count whole milliseconds: rounding up keeps the last fraction from becoming a busy loop.
    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        FetchMetrics.CountPaceWait(wait);
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
    }
}
