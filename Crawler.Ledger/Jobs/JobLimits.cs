namespace Crawler.Ledger.Jobs;

/// <summary>How often a job is tried.</summary>
/// <param name="MaxAttempts">Tries before a passing failure counts as lasting.</param>
/// <param name="MaxPostponements">How often a job may be put off because its site asks to wait.</param>
/// <param name="RetryDelay">Wait before the second try; doubled for each further one.</param>
public sealed record JobLimits(int MaxAttempts, int MaxPostponements, TimeSpan RetryDelay);
