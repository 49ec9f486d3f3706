using System.Globalization;
using Crawler.Contracts.Sweeps;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Collections;

/// <summary>
/// The ledger's questions as index fields. Most exist only while a job is in a certain state, so that the index stays as small as the work in hand, however
/// many jobs have ended.
/// </summary>
public static class JobFields
{
    public const string SweepId = "sweepId";

    public const string SiteId = "siteId";

    public const string Kind = "kind";

    public const string State = "state";

    public const string DueAt = "dueAt";

    /// <summary>Pending: the site, then the order of sending (priority, due, created). Range over <see cref="ReadyRange"/>, sorted ascending.</summary>
    public const string Ready = "ready";

    /// <summary>Sent or running: the site.</summary>
    public const string InFlight = "inFlight";

    /// <summary>Not ended: see <see cref="OpenKey"/>.</summary>
    public const string Open = "open";

    /// <summary>All jobs: see <see cref="ProgressKey"/>.</summary>
    public const string Progress = "progress";

    /// <summary>Sent: when.</summary>
    public const string SentAt = "sentAt";

    /// <summary>Running: until when the worker holds it (a lease that was forgotten has run out at the start).</summary>
    public const string LeaseUntil = "leaseUntil";

    /// <summary>See <see cref="ProgressKey"/>.</summary>
    public const string MorePages = "MorePages";

    internal static IReadOnlyList<IndexedField<SweepJob>> All { get; } =
    [
        Field.Keyword<SweepJob>(Ready, ReadyKey),
        Field.Keyword<SweepJob>(InFlight, j => j.State is JobState.Sent or JobState.Running ? j.SiteId : null),
        Field.Keyword<SweepJob>(Open, j => j.IsTerminal ? null : OpenKey(j.SweepId, j.SiteId, j.Kind)),
        Field.Keyword<SweepJob>(Progress, ProgressKey),
        Field.Instant<SweepJob>(SentAt, j => j.State is JobState.Sent ? j.SentAt ?? j.CreatedAt : null),
        Field.Instant<SweepJob>(LeaseUntil, j => j.State is JobState.Running ? j.LeaseUntil ?? j.StartedAt ?? j.CreatedAt : null),
    ];

    /// <summary>All waiting jobs of a site.</summary>
    public static Filter ReadyRange(string siteId) => Filter.Range(Ready, siteId + "/", siteId + "0");

    /// <summary>The waiting jobs of a site that are less urgent than one with <paramref name="priority"/>.</summary>
    public static Filter ReadyBelow(string siteId, int priority) =>
        Filter.Range(Ready, string.Create(CultureInfo.InvariantCulture, $"{siteId}/{Urgency(priority):D4}0"), siteId + "0");

    /// <summary>The jobs of one kind that a sweep still has to end on a site.</summary>
    public static string OpenKey(string sweepId, string siteId, JobKind kind) => $"{sweepId}/{siteId}/{kind}";

    /// <summary>
    /// What a sweep's facets count: <c>site/kind/state/outcome/result</c>, absent parts empty, outcome and result only on ended jobs. The result of a search
    /// that the page limit cut off is <see cref="MorePages"/>.
    /// </summary>
    public static string ProgressKey(SweepJob job)
    {
        string head = $"{job.SiteId}/{job.Kind}/{job.State}/";
        return job.IsTerminal ? $"{head}{job.Outcome?.Kind}/{(job.Outcome?.MorePages is true ? MorePages : job.Outcome?.Result?.ToString())}" : head + "/";
    }

    // '0' is the character after '/', which no site id contains.
    private static string? ReadyKey(SweepJob job) => job.State is not JobState.Pending
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{job.SiteId}/{Urgency(job.Priority):D4}/{job.DueAt.UtcTicks:D19}/{job.CreatedAt.UtcTicks:D19}");

    // Ascending order sends the most urgent first.
    private static int Urgency(int priority) => 9999 - Math.Clamp(priority, 0, 9999);
}
