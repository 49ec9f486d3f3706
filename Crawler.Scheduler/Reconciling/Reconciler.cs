using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Reconciling;

/// <summary>
/// Compares the ledger with what should be and sets right what a death left behind: claims without a sweep, sweeps without jobs, jobs without a worker, ends
/// that nobody was told of. Every step is a compare-and-set, so any number of reconcilers may run.
/// </summary>
internal sealed class Reconciler(SweepRecovery sweeps, JobRecovery jobs, IOptions<SchedulerOptions> options)
{
    /// <summary>The first look of a process.</summary>
    public async Task RunAtStartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RecoverAllAtStart)
        {
            await jobs.RecoverAllAsync(cancellationToken);
        }

        await RunAsync(atStart: true, cancellationToken);
    }

    /// <summary>The look that is repeated.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(atStart: false, cancellationToken);

    private async Task RunAsync(bool atStart, CancellationToken cancellationToken)
    {
        await sweeps.HealClaimsAsync(cancellationToken);
        await jobs.RecoverLostLeasesAsync(cancellationToken);
        await jobs.ResendAsync(cancellationToken);

        // Another process may be between ending a sweep and marking it announced; where there is none, nobody needs to be waited for.
        var grace = atStart && options.Value.RecoverAllAtStart ? TimeSpan.Zero : TimeSpan.FromMinutes(1);
        await sweeps.ContinueAsync(grace, cancellationToken);
    }
}
