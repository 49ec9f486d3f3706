namespace Crawler.Fetching.Pace;

/// <summary>A claimed slot: goes with exactly one request, from the claim to the beginning of its answer.</summary>
internal sealed class PaceTicket : IDisposable
{
    private readonly HostPacer? _pacer;
    private readonly HostLane? _lane;
    private int _left;

    private PaceTicket(HostPacer? pacer, HostLane? lane, string host, TimeSpan delay, PaceSlot slot)
    {
        _pacer = pacer;
        _lane = lane;
        Host = host;
        Delay = delay;
        Slot = slot;
    }

    public string Host { get; }

    public TimeSpan Delay { get; }

    /// <summary>What it stands for; another one when the claim had to be renewed.</summary>
    public PaceSlot Slot { get; private set; }

    /// <summary>Ends the wait for another slot when the claim could not be renewed. Set by whoever sends, who alone knows how long there is.</summary>
    public CancellationToken Patience { get; set; }

    /// <summary>A ticket for a host without a pace.</summary>
    public static PaceTicket Free(string host, DateTimeOffset now) => new(null, null, host, TimeSpan.Zero, new PaceSlot(now, now));

    public static PaceTicket Claimed(HostPacer pacer, HostLane lane, string host, TimeSpan delay, PaceSlot slot) => new(pacer, lane, host, delay, slot);

    /// <summary>
    /// Called by the connection right before it writes the request. Connecting takes time, and so may the claim itself: one that has gone stale since is
    /// renewed first, until one is fresh in the store when the request really leaves. Then the line moves on.
    /// </summary>
    public async ValueTask SendingAsync()
    {
        if (_pacer is null || Volatile.Read(ref _left) != 0)
        {
            return;
        }

        while (_pacer.IsPast(Slot.SendBy))
        {
            Slot = await _pacer.RenewAsync(this, Patience);
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
