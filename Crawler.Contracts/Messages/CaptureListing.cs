using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Messages;

/// <summary>Capture one advert. The ledger's job is the truth; this only wakes a worker.</summary>
public sealed record CaptureListing
{
    public required string JobId { get; init; }

    public required string SweepId { get; init; }

    public required string SiteId { get; init; }

    public required CaptureTarget Capture { get; init; }
}
