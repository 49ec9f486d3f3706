namespace Crawler.Review.WatchLists;

/// <summary>What came of asking for a sweep now.</summary>
internal abstract record RunOutcome
{
    /// <summary>The sweep exists.</summary>
    public sealed record Accepted(string SweepId) : RunOutcome;

    /// <summary>The scheduler will not, and says why.</summary>
    /// <param name="RunningSweepId">The sweep in the way. Null: something else is.</param>
    public sealed record Refused(string Reason, string? RunningSweepId) : RunOutcome;

    /// <summary>The scheduler gave no usable answer.</summary>
    public sealed record Silent(string Reason) : RunOutcome;
}
