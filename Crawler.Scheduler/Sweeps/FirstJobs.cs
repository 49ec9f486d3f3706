using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Sweeps;

/// <summary>What a watch list means in searches: one first page per site and term, and an open word about every site that will not be asked.</summary>
internal sealed class FirstJobs(IDocumentStore store, JobLedger ledger, TimeProvider time)
{
    /// <summary>The sweep as it begins, and the definitions it was drafted from. Sites that cannot be searched are in it, ended and not seen.</summary>
    public async Task<(Sweep Sweep, IReadOnlyDictionary<string, SiteDefinition> Definitions)> DraftAsync(
        SweepClaim claim, WatchList list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var definitions = new Dictionary<string, SiteDefinition>(StringComparer.Ordinal);
        var sites = new List<SiteSweep>();
        foreach (string siteId in list.SiteIds.Distinct(StringComparer.Ordinal))
        {
            var site = (await store.GetAsync(LedgerCollections.Sites, siteId, cancellationToken))?.Value;
            sites.Add(Draft(list, siteId, site));
            if (site is not null)
            {
                definitions[siteId] = site;
            }
        }

        var sweep = new Sweep
        {
            Id = claim.SweepId,
            WatchListId = list.Id,
            WatchList = list,
            Trigger = claim.Trigger,
            ScheduledFor = claim.ScheduledFor,
            State = SweepState.Planned,
            StartedAt = now,
            Sites = sites,
        };
        return (sweep, definitions);
    }

    /// <summary>Puts the first pages into the ledger, where they are not there yet.</summary>
    /// <param name="definitions">Those that are at hand; the others are read.</param>
    /// <returns>How many there are, old and new.</returns>
    public async Task<int> InsertAsync(Sweep sweep, IReadOnlyDictionary<string, SiteDefinition> definitions, CancellationToken cancellationToken)
    {
        int jobs = 0;
        foreach (var part in sweep.Sites.Where(s => s.Phase is not SitePhase.Ended))
        {
            var site = definitions.GetValueOrDefault(part.SiteId) ?? (await store.GetAsync(LedgerCollections.Sites, part.SiteId, cancellationToken))?.Value;
            foreach (string query in Queries(sweep.WatchList, site))
            {
                var first = new SearchTarget { Query = query, Page = 1 };
                await ledger.PlanAsync(JobTransitions.Plan(JobOrigin.Of(sweep, part.SiteId), first, time.GetUtcNow()), cancellationToken);
                jobs++;
            }
        }

        return jobs;
    }

    private static SiteSweep Draft(WatchList list, string siteId, SiteDefinition? site)
    {
        var part = new SiteSweep { SiteId = siteId, SiteName = site?.Name, Unverified = site is { Verified: false } };
        if (site is not { Enabled: true })
        {
            string reason = site is null ? $"No site \"{siteId}\" is known." : "The site is switched off.";
            return part with
            {
                Phase = SitePhase.Ended,
                Outcome = OutcomeKind.SiteDisabled,
                NotSeen = [NotSearched(OutcomeKind.SiteDisabled, list, reason)],
            };
        }

        return Queries(list, site).Any()
            ? part
            : part with { NotSeen = [NotSearched(OutcomeKind.NotAsked, list, $"The list has no term to search for in a language of the site ({string.Join(", ", site.Languages)}).")] };
    }

    private static NotSeen NotSearched(OutcomeKind outcome, WatchList list, string reason) => new()
    {
        Outcome = outcome,
        JobKind = JobKind.Search,
        Count = Math.Max(1, list.Terms.Where(t => t.Search).Select(t => t.Query).Distinct(StringComparer.Ordinal).Count()),
        Reason = reason,
    };

    // A site that vanished after the sweep was drafted is asked for everything: its worker then says, job by job, that it is gone.
    private static IEnumerable<string> Queries(WatchList list, SiteDefinition? site) => list.Terms
        .Where(t => t.Search && (t.Language is null || site is null or { Languages.Count: 0 } || site.Languages.Contains(t.Language, StringComparer.OrdinalIgnoreCase)))
        .Select(t => t.Query)
        .Distinct(StringComparer.Ordinal);
}
