namespace Crawler.Hosting.Bus;

/// <summary>
/// The lasting queues that people's requests go to. Who asks makes sure of them as much as who answers, so that what is asked before anybody answered for the
/// first time waits instead of being lost.
/// </summary>
public static class ServiceQueue
{
    /// <summary>What people ask of the scheduler.</summary>
    public const string Scheduler = "scheduler";

    /// <summary>Sites that people want a worker to look at.</summary>
    public const string SiteProbes = "site-examinations";
}
