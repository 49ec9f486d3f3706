using System.Globalization;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Sweeps;

/// <summary>A sweep as it stands, counted by the store's index: no job is loaded, however many there are.</summary>
public sealed class SweepProgress(IDocumentStore store)
{
    /// <summary>
    /// The sweep with live counts on its sites. On sites that have ended they are final; on the others <see cref="SiteSweep.NotSeen"/> has no examples yet,
    /// <see cref="SiteSweep.ListingsUnchanged"/> counts captures only, and <see cref="SiteSweep.RowsSeen"/> comes when the searches have ended.
    /// </summary>
    /// <returns>Null: there is no such sweep.</returns>
    public async Task<Sweep?> ReadAsync(string sweepId, CancellationToken cancellationToken)
    {
        var stored = await store.GetAsync(LedgerCollections.Sweeps, sweepId, cancellationToken);
        if (stored is null or { Value.HasEnded: true })
        {
            return stored?.Value;
        }

        var query = new DocumentQuery { Where = [Filter.AnyOf(JobFields.SweepId, sweepId)] };
        var facets = await store.FacetsAsync(LedgerCollections.Jobs, query, [new FacetRequest(JobFields.Progress, Limit: 100_000)], cancellationToken);
        var bySite = facets[0].Select(Tally.Parse).ToLookup(t => t.SiteId);
        var sweep = stored.Value;
        return sweep with { Sites = [.. sweep.Sites.Select(s => s.Phase is SitePhase.Ended ? s : Live(s, [.. bySite[s.SiteId]]))] };
    }

    private static SiteSweep Live(SiteSweep part, Tally[] tallies)
    {
        int In(JobState state) => tallies.Where(t => t.State == state).Sum(t => t.Count);
        int With(CaptureResult result) => tallies.Where(t => t.State is JobState.Done && t.Result == result.ToString()).Sum(t => t.Count);
        Tally[] ended = [.. tallies.Where(t => t.Outcome is not null)];
        NotSeen[] notSeen = [.. part.NotSeen, .. NotSeenIn(ended)];
        return part with
        {
            Jobs = new JobCounts
            {
                Pending = In(JobState.Pending),
                Sent = In(JobState.Sent),
                Running = In(JobState.Running),
                Done = In(JobState.Done),
                Failed = In(JobState.Failed),
                Skipped = In(JobState.Skipped),
            },
            ListingsNew = With(CaptureResult.New),
            ListingsChanged = With(CaptureResult.Changed),
            ListingsUnchanged = With(CaptureResult.Unchanged),
            ListingsGone = With(CaptureResult.Gone),
            NotRelevant = With(CaptureResult.NotRelevant),
            NotSeen = notSeen,
            Outcome = OutcomeMeaning.OfSite([.. notSeen.Select(n => n.Outcome)], [.. ended.Select(t => t.Outcome!.Value)]),
        };
    }

    private static IEnumerable<NotSeen> NotSeenIn(Tally[] ended) => ended
        .Select(t => OutcomeMeaning.WasSeen(t.Kind, t.State, t.Outcome) ? t with { Outcome = t.Result == JobFields.MorePages ? OutcomeKind.LimitReached : null } : t)
        .Where(t => t.Outcome is not null)
        .GroupBy(t => (Outcome: t.Outcome!.Value, t.Kind))
        .OrderByDescending(g => OutcomeMeaning.Loudness(g.Key.Outcome))
        .ThenBy(g => g.Key.Kind)
        .Select(
            g => new NotSeen { Outcome = g.Key.Outcome, JobKind = g.Key.Kind, Count = g.Sum(t => t.Count), Reason = OutcomeMeaning.InWords(g.Key.Outcome) });

    /// <summary>One value of the facet over <see cref="JobFields.ProgressKey"/>.</summary>
    private sealed record Tally(string SiteId, JobKind Kind, JobState State, OutcomeKind? Outcome, string Result, int Count)
    {
        public static Tally Parse(FacetCount facet)
        {
            string[] parts = facet.Value.Split('/');
            if (parts.Length != 5)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"\"{facet.Value}\" is not site/kind/state/outcome/result."));
            }

            var state = Enum.Parse<JobState>(parts[2]);
            bool ended = state is JobState.Done or JobState.Failed or JobState.Skipped;
            OutcomeKind? outcome = parts[3].Length > 0 ? Enum.Parse<OutcomeKind>(parts[3]) : ended ? OutcomeKind.InternalError : null;
            return new Tally(parts[0], Enum.Parse<JobKind>(parts[1]), state, outcome, parts[4], (int)facet.Count);
        }
    }
}
