namespace Crawler.Scheduler;

/// <summary>How the scheduler goes about it. Validated at start; see <c>docs/scheduling.md</c>.</summary>
public sealed class SchedulerOptions
{
    /// <summary>
    /// Jobs per site that may be on the bus or in workers' hands at once. The rest waits in the ledger, where urgent jobs overtake. 1 to 1000, default 32.
    /// </summary>
    public int DispatchWindow { get; set; } = 32;

    /// <summary>How often waiting jobs are looked for when nothing wakes the dispatcher. 50 ms to 1 min, default 1 s.</summary>
    public TimeSpan DispatchInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long handing one message to the bus may take before the job goes back to waiting. 100 ms to 5 min, default 10 s.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often lost work is looked for. 1 s to 1 h, default 15 s.</summary>
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A sent job that no worker began for this long is sent again, if its site has no job in a worker's hands. 1 s to 1 day, default 2 min.
    /// </summary>
    public TimeSpan ResendAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Messages live this long on the bus; a sent job that no worker began for this long is sent again in any case. At least <see cref="ResendAfter"/>,
    /// default 16 min.
    /// </summary>
    public TimeSpan MessageTimeToLive { get; set; } = TimeSpan.FromMinutes(16);

    /// <summary>Workers that may die with a job in hand before the job is given up as <c>InternalError</c>. 1 to 100, default 8.</summary>
    public int MaxLostLeases { get; set; } = 8;

    /// <summary>
    /// Whether all sent and running jobs are orphans when the scheduler starts. True only where one process is scheduler, bus and worker at once. Default
    /// false.
    /// </summary>
    public bool RecoverAllAtStart { get; set; }

    /// <summary>
    /// Known listings that one sweep looks at again on one site, at most, longest unseen first; the others are reported as not seen. 0 to 100,000, default 500.
    /// </summary>
    public int MaxRechecksPerSite { get; set; } = 500;

    /// <summary>How often watch lists are read again, for edits that no message told of. 1 s to 1 day, default 1 min.</summary>
    public TimeSpan ScheduleRereadInterval { get; set; } = TimeSpan.FromMinutes(1);
}
