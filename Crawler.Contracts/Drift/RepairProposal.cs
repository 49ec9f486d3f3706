using Crawler.Contracts.Sites;

namespace Crawler.Contracts.Drift;

/// <summary>
/// A definition as it would have to be for a changed site, with the proof. It takes effect when a person, or the configured policy, accepts it.
/// </summary>
public sealed record RepairProposal
{
    /// <summary><see cref="IdFor"/>: one proposal per site, definition version and sweep that showed the drift.</summary>
    public required string Id { get; init; }

    public required string SiteId { get; init; }

    /// <summary>The sweep that showed the drift.</summary>
    public required string SweepId { get; init; }

    /// <summary><see cref="SiteDefinition.Version"/> that no longer fits.</summary>
    public required int FromVersion { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required RepairState State { get; init; }

    /// <summary>Why there is no repair to accept, in words. Null: there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>Old rule and new rule, field by field.</summary>
    public IReadOnlyList<SiteChange> Changes { get; init; } = [];

    /// <summary>The repaired definition, its version raised. Null: none could be made.</summary>
    public SiteDefinition? Definition { get; init; }

    /// <summary>The same as YAML, for the site's file. Null: none could be made.</summary>
    public string? Yaml { get; init; }

    /// <summary>What the old and the repaired definition read on the pages that the sweep kept.</summary>
    public IReadOnlyList<RepairProof> Proof { get; init; } = [];

    /// <summary>
    /// Of the rows that the repaired definition reads on the kept result pages, those whose adverts were known before the sweep. Null: nothing was known of
    /// the site.
    /// </summary>
    public int? RowsKnown { get; init; }

    /// <summary>Accepted or rejected at (UTC). Null: not yet.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Who did: a person's name, or <c>policy</c>. Null: nobody yet.</summary>
    public string? DecidedBy { get; init; }

    public static string IdFor(string siteId, int fromVersion, string sweepId) =>
        DeterministicId.From("repair", siteId, fromVersion.ToString(System.Globalization.CultureInfo.InvariantCulture), sweepId);
}

/// <summary>What came of a proposed repair.</summary>
public enum RepairState
{
    /// <summary>Waits for a decision.</summary>
    Proposed,

    /// <summary>Nothing could be proposed; <see cref="RepairProposal.Problem"/> says why.</summary>
    Impossible,
    Accepted,
    Rejected,

    /// <summary>The definition was changed by other hands, or a later proposal took its place.</summary>
    Superseded,
}

/// <summary>One kept page, read by both definitions.</summary>
public sealed record RepairProof
{
    /// <summary>The page's address.</summary>
    public required string Url { get; init; }

    /// <summary><see cref="DriftPage.Id"/>.</summary>
    public required string PageId { get; init; }

    /// <summary>An advert's page; else a result page.</summary>
    public bool Detail { get; init; }

    /// <summary>Rows that the old definition's rules read; an advert's page: 1 when they read its title.</summary>
    public int RowsBefore { get; init; }

    /// <summary>Rows that the repaired definition's rules read.</summary>
    public int RowsAfter { get; init; }

    /// <summary>Field to how many rows had it from the old rules.</summary>
    public IReadOnlyDictionary<string, int> FieldsBefore { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Field to how many rows have it from the repaired rules.</summary>
    public IReadOnlyDictionary<string, int> FieldsAfter { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}

/// <summary>Who may put a repair into force.</summary>
public enum RepairPolicy
{
    /// <summary>A person, in the console or with <c>patrol site repair</c>. The default.</summary>
    Propose,

    /// <summary>The configured policy, when the proof shows that every rule that died is replaced. It is logged, and can be taken back.</summary>
    Auto,
}
