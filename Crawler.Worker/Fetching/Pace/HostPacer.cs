using System.Collections.Concurrent;
using Crawler.Contracts.Sites;
using Crawler.Storage.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Status;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Fetching.Pace;

/// <summary>Keeps the pace in one <see cref="HostPace"/> document per host, changed by compare-and-set only.</summary>
internal sealed class HostPacer(IDocumentStore store, TimeProvider time, Jitter jitter, IOptions<FetchingOptions> options) : IHostPacer, IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(30);
    private readonly ConcurrentDictionary<string, HostLane> _lanes = new(StringComparer.Ordinal);

    public HostLane Lane(string host) => _lanes.GetOrAdd(host, static _ => new HostLane());

    public async Task<PaceClaim> ClaimAsync(string host, TimeSpan delay, CancellationToken cancellationToken)
    {
        var lane = Lane(host);
        await lane.EnterAsync(cancellationToken);
        bool held = false;
        try
        {
            var (postponed, claimedAt, nextAt) = await TakeSlotAsync(host, delay, patient: false, cancellationToken);
            if (postponed is not null)
            {
                return postponed;
            }

            if (delay <= TimeSpan.Zero)
            {
                return new PaceClaim.Granted(PaceTicket.Free(host, claimedAt));
            }

            var ticket = PaceTicket.Claimed(this, lane, host, delay, claimedAt, nextAt);
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
            HouseCollections.HostPaces,
            host,
            old => old is not null && old.NextAt >= until ? old : new HostPace { Host = host, NextAt = until, Pause = pause, Reason = reason },
            cancellationToken);
        return after?.NextAt ?? until;
    }

    public TimeSpan Age(DateTimeOffset instant) => time.GetUtcNow() - instant;

    /// <summary>Counts the ticket's delay from now on, if nobody claimed in between; otherwise stands in line for another slot.</summary>
    public async Task<(DateTimeOffset ClaimedAt, DateTimeOffset NextAt)> RenewAsync(PaceTicket ticket, CancellationToken cancellationToken)
    {
        var stored = await store.GetAsync(HouseCollections.HostPaces, ticket.Host, cancellationToken);
        var now = time.GetUtcNow();
        var nextAt = PaceRules.AfterClaim(now, ticket.Delay);
        if (stored is not null && stored.Value.NextAt == ticket.NextAt
            && await store.ReplaceIfVersionAsync(HouseCollections.HostPaces, stored.Value with { NextAt = nextAt }, stored.Version, cancellationToken))
        {
            return (now, nextAt);
        }

        var slot = await TakeSlotAsync(ticket.Host, ticket.Delay, patient: true, cancellationToken);
        return (slot.ClaimedAt, slot.NextAt);
    }

    public async Task SettleAsync(PaceTicket ticket, CancellationToken cancellationToken)
    {
        var nextAt = PaceRules.AfterAnswer(ticket.ClaimedAt, time.GetUtcNow(), ticket.Delay);
        if (nextAt >= ticket.NextAt)
        {
            return;
        }

        var stored = await store.GetAsync(HouseCollections.HostPaces, ticket.Host, cancellationToken);
        if (stored is not null && stored.Value.NextAt == ticket.NextAt)
        {
            // Losing means that someone paused the host: theirs is later, and holds.
            _ = await store.ReplaceIfVersionAsync(HouseCollections.HostPaces, stored.Value with { NextAt = nextAt }, stored.Version, cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }
    }

    private async Task<(PaceClaim.Postponed? Postponed, DateTimeOffset ClaimedAt, DateTimeOffset NextAt)> TakeSlotAsync(
        string host, TimeSpan delay, bool patient, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.GetAsync(HouseCollections.HostPaces, host, cancellationToken);
            var now = time.GetUtcNow();
            var wait = stored is null ? TimeSpan.Zero : stored.Value.NextAt - now;
            if (wait > TimeSpan.Zero)
            {
                if (!patient && wait > Patience(stored!.Value))
                {
                    var pace = stored.Value;
                    return (new PaceClaim.Postponed(pace.NextAt, pace.Pause, pace.Reason ?? $"the pace of {host} leaves no slot before {pace.NextAt:u}"), default, default);
                }

                await WaitAsync(Portion(wait), cancellationToken);
                continue;
            }

            if (delay <= TimeSpan.Zero)
            {
                return (null, now, now);
            }

            var nextAt = PaceRules.AfterClaim(now, delay);
            var claimed = new HostPace { Host = host, NextAt = nextAt };
            bool won = stored is null
                ? await store.InsertIfAbsentAsync(HouseCollections.HostPaces, claimed, cancellationToken)
                : await store.ReplaceIfVersionAsync(HouseCollections.HostPaces, claimed, stored.Version, cancellationToken);
            if (won)
            {
                return (null, now, nextAt);
            }

            await WaitAsync(TimeSpan.FromMilliseconds(1 + (jitter.Next() * Math.Min(50, delay.TotalMilliseconds / 4))), cancellationToken);
        }
    }

    private TimeSpan Patience(HostPace pace) => pace.Pause is null ? options.Value.PacePatience : options.Value.PausePatience;

    /// <summary>A slot that is held back for an unanswered request comes free earlier than it says, so its last stretch is waited for in glances.</summary>
    private static TimeSpan Portion(TimeSpan wait)
    {
        TimeSpan sure = wait - PaceRules.ArrivalAllowance;
        return sure > Glance ? sure : wait < Glance ? wait : Glance;
    }

    // Timers count whole milliseconds: rounding up keeps the last fraction from becoming a busy loop.
    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        Measures.CountPaceWait(wait);
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
    }
}
