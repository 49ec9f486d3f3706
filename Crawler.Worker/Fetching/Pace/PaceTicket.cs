namespace Crawler.Worker.Fetching.Pace;

/// <summary>A claimed slot: goes with exactly one request, from the claim to the beginning of its answer.</summary>
internal sealed class PaceTicket : IDisposable
{
    private readonly HostPacer? _pacer;
    private readonly HostLane? _lane;
    private int _left;

    private PaceTicket(HostPacer? pacer, HostLane? lane, string host, TimeSpan delay, DateTimeOffset claimedAt, DateTimeOffset nextAt)
    {
        _pacer = pacer;
        _lane = lane;
        Host = host;
        Delay = delay;
        ClaimedAt = claimedAt;
        NextAt = nextAt;
    }

    public string Host { get; }

    public TimeSpan Delay { get; }

    /// <summary>The instant from which the delay counts; moved when the claim had to be renewed.</summary>
    public DateTimeOffset ClaimedAt { get; private set; }

    /// <summary>What this ticket wrote into the store; as long as it is still there nobody else has claimed.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Ends the wait for another slot when the claim could not be renewed. Set by whoever sends, who alone knows how long there is.</summary>
    public CancellationToken Patience { get; set; }

    /// <summary>A ticket for a host without a pace.</summary>
    public static PaceTicket Free(string host, DateTimeOffset now) => new(null, null, host, TimeSpan.Zero, now, now);

    public static PaceTicket Claimed(HostPacer pacer, HostLane lane, string host, TimeSpan delay, DateTimeOffset claimedAt, DateTimeOffset nextAt) =>
        new(pacer, lane, host, delay, claimedAt, nextAt);

    /// <summary>
    /// Called by the connection right before it writes the request. Connecting takes time: a claim that has gone stale since is renewed first, so that the delay counts from
    /// the instant when the request really leaves. Then the line moves on.
    /// </summary>
    public async ValueTask SendingAsync()
    {
        if (_pacer is null || Volatile.Read(ref _left) != 0)
        {
            return;
        }

        if (_pacer.Age(ClaimedAt) > PaceRules.Freshness)
        {
            (ClaimedAt, NextAt) = await _pacer.RenewAsync(this, Patience);
        }

        LeaveLane();
    }

    /// <summary>Called when the answer has begun: gives the next slot free as early as is safe.</summary>
    public async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        LeaveLane();
        if (_pacer is not null)
        {
            await _pacer.SettleAsync(this, cancellationToken);
        }
    }

    public void Dispose() => LeaveLane();

    private void LeaveLane()
    {
        if (_lane is not null && Interlocked.Exchange(ref _left, 1) == 0)
        {
            _lane.Leave();
        }
    }
}
