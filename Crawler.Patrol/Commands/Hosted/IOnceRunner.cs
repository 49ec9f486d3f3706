using Crawler.Contracts.Sweeps;

namespace Crawler.Patrol.Commands.Hosted;

/// <summary>
/// Sweeps one watch list here and now: brings up scheduler and worker in this process, shows the sweep while it runs, and takes everything down again.
/// </summary>
internal interface IOnceRunner
{
    Task<OnceOutcome> RunAsync(CommandRun run, string watchListId, CancellationToken cancellationToken);
}

/// <summary>What came of it.</summary>
internal abstract record OnceOutcome
{
    public sealed record Ended(Sweep Sweep) : OnceOutcome;

    /// <param name="Reason">In words.</param>
    public sealed record Refused(string Reason) : OnceOutcome;
}
