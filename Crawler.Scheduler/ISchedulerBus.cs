using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;

namespace Crawler.Scheduler;

/// <summary>What the scheduler says on the bus. Throws when the bus does not take it.</summary>
internal interface ISchedulerBus
{
    /// <summary>Sends a job to its site's queue.</summary>
    /// <returns>False: no worker has ever opened that queue, so nobody has the job.</returns>
    Task<bool> SendAsync(SweepJob job, CancellationToken cancellationToken);

    Task AnnounceAsync(SweepFinished finished, CancellationToken cancellationToken);

    /// <summary>Says that a site is not as it was.</summary>
    Task WarnAsync(SiteTrouble trouble, CancellationToken cancellationToken);

    /// <summary>Asks for a repair of a site's definition.</summary>
    Task AnnounceAsync(SiteDrifted drifted, CancellationToken cancellationToken);
}
