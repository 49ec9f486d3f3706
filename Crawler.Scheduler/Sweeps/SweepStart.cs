namespace Crawler.Scheduler.Sweeps;

/// <summary>What came of asking for a sweep.</summary>
internal abstract record SweepStart
{
    public sealed record Accepted(string SweepId) : SweepStart;

    public sealed record Refused(string Reason, string? RunningSweepId) : SweepStart;
}
