using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Messages;

/// <summary>Read one result page of one site. The ledger's job is the truth; this only wakes a worker.</summary>
public sealed record RunSearch
{
    public required string JobId { get; init; }

    public required string SweepId { get; init; }

    public required string SiteId { get; init; }

    public required SearchTarget Search { get; init; }
}
