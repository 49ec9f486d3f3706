namespace Crawler.Fetching.Pace;

/// <summary>
/// The figures behind the promise that a host sees no two requests closer than their delay. docs/decisions/0004-pace-is-claimed-at-send.md derives them.
/// </summary>
internal static class PaceRules
{
    /// <summary>
    /// Until a request is answered nobody knows when it reached its host. The slot after it is held back by this much, and given free by the answer, which
    /// proves that the request had arrived. A request that needs longer than this from our socket to the host could be followed too closely.
    /// </summary>
    public static TimeSpan ArrivalAllowance { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long after its claim is in the store a request may still be written; later than that it is claimed anew.</summary>
    public static TimeSpan SendWindow { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest time that a claim is allowed for its way into the store. With a store that needs longer than this no host can be asked.</summary>
    public static TimeSpan LongestLead { get; } = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LeastMargin = TimeSpan.FromMilliseconds(4);

    /// <summary>Added to each delay, against the grain of clocks and timers: 4 ms or 2 %, whichever is more.</summary>
    public static TimeSpan Margin(TimeSpan delay) => TimeSpan.FromTicks(Math.Max(LeastMargin.Ticks, delay.Ticks / 50));

    /// <summary>The last instant to write a request that is being claimed now, by a store that needs so long to take a claim.</summary>
    public static DateTimeOffset SendBy(DateTimeOffset now, TimeSpan lead) => now + (lead < LongestLead ? lead : LongestLead) + SendWindow;

    /// <summary>The next slot, as long as the request is not answered.</summary>
    public static DateTimeOffset AfterClaim(DateTimeOffset sendBy, TimeSpan delay) => sendBy + ArrivalAllowance + delay + Margin(delay);

    /// <summary>The next slot, once the answer has begun: the request arrived at the host before that, and before its allowance was used up.</summary>
    public static DateTimeOffset AfterAnswer(DateTimeOffset sendBy, DateTimeOffset answered, TimeSpan delay)
    {
        var latest = sendBy + ArrivalAllowance;
        return (answered < latest ? answered : latest) + delay + Margin(delay);
    }
}
