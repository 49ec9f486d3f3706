using Crawler.Contracts.Sites;

namespace Crawler.Contracts.Drift;

/// <summary>How one site let itself be read in one sweep.</summary>
public sealed record SweepProfile
{
    public required string SweepId { get; init; }

    /// <summary>When the site's part of the sweep ended (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The latest version of the definition that pages were read by.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>What the site was found to be. Only healthy sweeps are what later ones are compared with.</summary>
    public SiteCondition Condition { get; init; }

    public KindProfile Search { get; init; } = new();

    public KindProfile Detail { get; init; } = new();
}
