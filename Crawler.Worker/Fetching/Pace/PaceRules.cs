namespace Crawler.Worker.Fetching.Pace;

/// <summary>The figures behind the promise that a host sees no two requests closer than their delay. docs/decisions/0004-pace-is-claimed-at-send.md derives them.</summary>
internal static class PaceRules
{
    /// <summary>
    /// Until a request is answered nobody knows when it reached its host. The slot after it is held back by this much, and given free by the answer, which proves that
    /// the request had arrived. A request that needs longer than this from our socket to the host could be followed too closely.
    /// </summary>
    public static TimeSpan ArrivalAllowance { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A claim older than this when its request is written is claimed anew.</summary>
    public static TimeSpan Freshness { get; } = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan LeastMargin = TimeSpan.FromMilliseconds(4);

    /// <summary>Added to each delay, against the grain of clocks and timers: 4 ms or 2 %, whichever is more.</summary>
    public static TimeSpan Margin(TimeSpan delay) => TimeSpan.FromTicks(Math.Max(LeastMargin.Ticks, delay.Ticks / 50));

    /// <summary>The next slot, as long as the request is not answered.</summary>
    public static DateTimeOffset AfterClaim(DateTimeOffset claimed, TimeSpan delay) => claimed + delay + Margin(delay) + ArrivalAllowance;

    /// <summary>The next slot, once the answer has begun: it arrived at the host at some time between <paramref name="sent"/> and <paramref name="answered"/>.</summary>
    public static DateTimeOffset AfterAnswer(DateTimeOffset sent, DateTimeOffset answered, TimeSpan delay)
    {
        TimeSpan unsure = answered - sent;
        TimeSpan counted = unsure < ArrivalAllowance ? unsure : ArrivalAllowance;
        return sent + delay + Margin(delay) + counted;
    }
}
