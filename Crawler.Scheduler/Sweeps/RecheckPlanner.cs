using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Sweeps;

/// <summary>
/// Known listings that no search of the sweep showed are looked at once more: that is how "gone" is proven. Not where the site keeps us out, and not without
/// bounds.
/// </summary>
internal sealed class RecheckPlanner(IDocumentStore store, JobLedger jobs, IOptions<SchedulerOptions> options, TimeProvider time)
{
    /// <summary>Puts the rechecks of one site into the ledger, where they are not there yet.</summary>
    /// <returns>How many rechecks are in the ledger, and what will not be looked at.</returns>
    public async Task<(int Planned, IReadOnlyList<NotSeen> NotSeen)> PlanAsync(
        Sweep sweep, string siteId, IReadOnlyCollection<SweepJob> searches, CancellationToken cancellationToken)
    {
        var unseen = Unseen(sweep, siteId);
        int total = (int)Math.Min(await store.CountAsync(LedgerCollections.Listings, unseen, cancellationToken), int.MaxValue);
        if (total == 0 || sweep.CancelRequestedAt is not null)
        {
            return (0, []);
        }

        if (searches.Count > 0 && searches.All(s => s.Outcome is { Kind: var kind } && OutcomeMeaning.KeepsUsOut(kind)))
        {
            var loudest = searches.Select(s => s.Outcome!.Kind).MaxBy(OutcomeMeaning.Loudness);
            return (0, [Left(loudest, total, $"Known adverts were not looked at again, because no search got through. {OutcomeMeaning.InWords(loudest)}")]);
        }

        int limit = options.Value.MaxRechecksPerSite;
        int planned = 0;
        int met = 0;
        await foreach (var listing in store.QueryAllAsync(LedgerCollections.Listings, unseen, cancellationToken))
        {
            if (planned == limit)
            {
                break;
            }

            met++;
            planned += await InsertAsync(sweep, listing.Value, cancellationToken) ? 1 : 0;
        }

        return total > met
            ? (planned, [Left(OutcomeKind.LimitReached, total - met, $"One sweep looks at no more than {limit} known adverts again on one site; these were seen most recently.")])
            : (planned, []);
    }

    private static DocumentQuery Unseen(Sweep sweep, string siteId) => new()
    {
        Where =
        [
            Filter.AnyOf(ListingFields.Site, siteId),
            Filter.AnyOf(ListingFields.WatchList, sweep.WatchListId),
            Filter.NoneOf(ListingFields.Availability, nameof(Availability.Gone)),
            Filter.NoneOf(ListingFields.LastSweep, sweep.Id),

            // What another list's sweep saw since this one began is known to be there.
            Filter.Range(ListingFields.LastSeenAt, null, sweep.StartedAt ?? sweep.ScheduledFor),
        ],
        OrderBy = new Sort(ListingFields.LastSeenAt),
        Limit = 200,
    };

    // True: a recheck of the listing is in the ledger. A capture that a search asked for is not one.
    private async Task<bool> InsertAsync(Sweep sweep, Listing listing, CancellationToken cancellationToken)
    {
        var target = new CaptureTarget { ListingId = listing.Id, SiteListingId = listing.SiteListingId, Url = listing.Url, Reason = CaptureReason.Recheck };
        var job = JobTransitions.Plan(JobOrigin.Of(sweep, listing.SiteId), target, time.GetUtcNow());
        return await jobs.PlanAsync(job, cancellationToken)
            || await store.GetAsync(LedgerCollections.Jobs, job.Id, cancellationToken) is { Value.Capture.Reason: CaptureReason.Recheck };
    }

    private static NotSeen Left(OutcomeKind outcome, int count, string reason) =>
        new() { Outcome = outcome, JobKind = JobKind.Capture, Count = count, Reason = reason };
}
