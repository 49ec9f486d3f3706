using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Scheduler.Sweeps;

/// <summary>What a watch list means in searches: one first page per site and term, and an open word about every site that will not be asked.</summary>
internal sealed class FirstJobs(IDocumentStore store, TimeProvider time)
{
    private const int NightlyPriority = 0;
    private const int ManualPriority = 10;

    /// <summary>The sweep as it begins. Sites that cannot be searched are in it, ended and not seen.</summary>
    public async Task<Sweep> DraftAsync(SweepClaim claim, WatchList list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sites = new List<SiteSweep>();
        foreach (string siteId in list.SiteIds.Distinct(StringComparer.Ordinal))
        {
            var site = await store.GetAsync(HouseCollections.Sites, siteId, cancellationToken);
            sites.Add(Draft(list, siteId, site?.Value));
        }

        return new Sweep
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
    }

    /// <summary>Puts the first pages into the ledger, where they are not there yet.</summary>
    /// <returns>How many there are, old and new.</returns>
    public async Task<int> InsertAsync(Sweep sweep, CancellationToken cancellationToken)
    {
        int jobs = 0;
        foreach (var part in sweep.Sites.Where(s => s.Phase is not SitePhase.Ended))
        {
            var site = await store.GetAsync(HouseCollections.Sites, part.SiteId, cancellationToken);
            foreach (string query in Queries(sweep.WatchList, site?.Value))
            {
                await store.InsertIfAbsentAsync(HouseCollections.Jobs, FirstPage(sweep, part.SiteId, query), cancellationToken);
                jobs++;
            }
        }

        return jobs;
    }

    internal static int PriorityOf(Sweep sweep) => sweep.Trigger is SweepTrigger.Manual ? ManualPriority : NightlyPriority;

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

    private SweepJob FirstPage(Sweep sweep, string siteId, string query)
    {
        var now = time.GetUtcNow();
        return new SweepJob
        {
            Id = SweepJob.SearchId(sweep.Id, siteId, query, 1),
            SweepId = sweep.Id,
            WatchListId = sweep.WatchListId,
            SiteId = siteId,
            Kind = JobKind.Search,
            State = JobState.Pending,
            Priority = PriorityOf(sweep),
            CreatedAt = now,
            DueAt = now,
            Search = new SearchTarget { Query = query, Page = 1 },
        };
    }
}
