using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;

namespace Crawler.Ledger.Jobs;

/// <summary>What a worker made of a job.</summary>
public abstract record JobVerdict(JobOutcome Outcome)
{
    /// <summary>Ended with an answer.</summary>
    /// <param name="Stored">The listing as a capture has stored it. Null: a search, or nothing was stored.</param>
    public sealed record Done(JobOutcome Outcome, Listing? Stored = null) : JobVerdict(Outcome);

    /// <summary>No answer. Transient: worth another try while attempts are left.</summary>
    public sealed record Failed(JobOutcome Outcome, bool Transient) : JobVerdict(Outcome);

    /// <summary>Ended without a request.</summary>
    public sealed record Skipped(JobOutcome Outcome) : JobVerdict(Outcome);

    /// <summary>Asked to come back later; burns no attempt.</summary>
    public sealed record Postponed(JobOutcome Outcome, DateTimeOffset DueAt) : JobVerdict(Outcome);
}
