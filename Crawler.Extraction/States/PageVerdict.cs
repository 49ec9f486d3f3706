using Crawler.Contracts.Sweeps;

namespace Crawler.Extraction.States;

/// <summary>What a page turned out to be, and the marker that decided.</summary>
internal sealed record PageVerdict(OutcomeKind Kind, string Detail);
