using Crawler.Contracts.Sweeps;

namespace Crawler.Ledger.Jobs;

/// <summary>What a job inherits from the sweep that needs it.</summary>
/// <param name="Priority">See <see cref="SweepJob.Priority"/>.</param>
public sealed record JobOrigin(string SweepId, string WatchListId, string SiteId, int Priority)
{
    /// <summary><see cref="SweepJob.Priority"/> of a sweep that its schedule started.</summary>
    public const int NightlyPriority = 0;

    /// <summary><see cref="SweepJob.Priority"/> of a sweep that somebody waits for.</summary>
    public const int ManualPriority = 10;

    /// <summary>A job of a sweep on one of its sites.</summary>
    public static JobOrigin Of(Sweep sweep, string siteId)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new JobOrigin(sweep.Id, sweep.WatchListId, siteId, sweep.Trigger is SweepTrigger.Manual ? ManualPriority : NightlyPriority);
    }

    /// <summary>A job that another one has found.</summary>
    public static JobOrigin Of(SweepJob parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return new JobOrigin(parent.SweepId, parent.WatchListId, parent.SiteId, parent.Priority);
    }
}
