using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Workers;

/// <summary>A job that a worker is doing.</summary>
public sealed record JobInHand
{
    public required string JobId { get; init; }

    public required string SweepId { get; init; }

    public required string SiteId { get; init; }

    public required JobKind Kind { get; init; }

    public required DateTimeOffset Since { get; init; }
}
