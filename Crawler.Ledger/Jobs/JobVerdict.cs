using Crawler.Contracts.Sweeps;

namespace Crawler.Ledger.Jobs;

/// <summary>What a worker made of a job.</summary>
public abstract record JobVerdict(JobOutcome Outcome)
{
    /// <summary>Ended with an answer.</summary>
    public sealed record Done(JobOutcome Outcome) : JobVerdict(Outcome);

    /// <summary>No answer. Transient: worth another try while attempts are left.</summary>
    public sealed record Failed(JobOutcome Outcome, bool Transient) : JobVerdict(Outcome);

    /// <summary>Ended without a request.</summary>
    public sealed record Skipped(JobOutcome Outcome) : JobVerdict(Outcome);

    /// <summary>Asked to come back later; burns no attempt.</summary>
    public sealed record Postponed(JobOutcome Outcome, DateTimeOffset DueAt) : JobVerdict(Outcome);
}
