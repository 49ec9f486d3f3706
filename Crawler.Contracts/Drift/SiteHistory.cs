using Crawler.Contracts.Sites;

namespace Crawler.Contracts.Drift;

/// <summary>
/// How a site let itself be read, sweep by sweep; one document per site. Each entry is made of the ledger's jobs, so writing it again changes nothing.
/// </summary>
public sealed record SiteHistory
{
    /// <summary>Latest sweeps that are remembered.</summary>
    public const int Latest = 25;

    /// <summary>Healthy sweeps before those that are remembered as well, so that a site that has been drifted for a month is still known as it was.</summary>
    public const int Healthy = 5;

    public required string SiteId { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SweepProfile> Sweeps { get; init; } = [];

    /// <summary>The history with a sweep's profile in it: in place of what it said of that sweep before, else at its place in time.</summary>
    public SiteHistory With(SweepProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        SweepProfile[] all =
        [
            .. Sweeps.Where(s => s.SweepId != profile.SweepId).Append(profile)
                .OrderByDescending(s => s.At).ThenBy(s => s.SweepId, StringComparer.Ordinal),
        ];
        return this with { Sweeps = [.. all.Take(Latest), .. all.Skip(Latest).Where(s => s.Condition is SiteCondition.Healthy).Take(Healthy)] };
    }

    /// <summary>
    /// What a sweep is compared with: the healthy ones before it, under the same version of the definition if there are any, else under others.
    /// </summary>
    public IReadOnlyList<SweepProfile> Baseline(SweepProfile now)
    {
        ArgumentNullException.ThrowIfNull(now);
        SweepProfile[] healthy = [.. Sweeps.Where(s => s.Condition is SiteCondition.Healthy && s.SweepId != now.SweepId)];
        SweepProfile[] same = [.. healthy.Where(s => s.DefinitionVersion == now.DefinitionVersion)];
        return same.Length > 0 ? same : healthy;
    }
}
