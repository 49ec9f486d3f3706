using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>
/// Keeps the ledger's rules as real workers do: takes a job by compare-and-set, puts children in before it ends, ends it by compare-and-set.
/// </summary>
internal sealed class FakeWorker(IDocumentStore store, FakeWorld world, FakeTimeProvider time)
{
    public async Task HandleAsync(SweepJob message)
    {
        if (await TakeAsync(message.Id) is { } job)
        {
            await EndAsync(job);
        }
    }

    /// <summary>Null: somebody else has it, or it has ended.</summary>
    public async Task<SweepJob?> TakeAsync(string jobId)
    {
        bool taken = false;
        var job = await store.UpdateAsync(
            LedgerCollections.Jobs,
            jobId,
            j =>
            {
                taken = j is { State: JobState.Sent or JobState.Pending };
                return taken
                    ? j! with
                    {
                        State = JobState.Running,
                        Attempts = j.Attempts + 1,
                        StartedAt = time.GetUtcNow(),
                        LeaseUntil = time.GetUtcNow().AddMinutes(1),
                        WorkerId = "w",
                    }
                    : j;
            },
            CancellationToken.None);
        return taken ? job : null;
    }

    public async Task EndAsync(SweepJob job)
    {
        string url = $"https://{job.SiteId}.example/{job.Search?.Query ?? job.Capture!.ListingId}";
        var outcome = world.Trouble.TryGetValue(job.SiteId, out var trouble)
            ? new JobOutcome { Kind = trouble, Url = url }
            : job.Kind is JobKind.Search ? await SearchAsync(job, url) : await CaptureAsync(job, url);
        await store.UpdateAsync(
            LedgerCollections.Jobs,
            job.Id,
            j => j is { State: JobState.Running }
                ? j with
                {
                    State = trouble is OutcomeKind.RobotsDisallowed ? JobState.Skipped : trouble is default(OutcomeKind) ? JobState.Done : JobState.Failed,
                    EndedAt = time.GetUtcNow(),
                    LeaseUntil = null,
                    Outcome = outcome,
                }
                : j,
            CancellationToken.None);
    }

    private async Task<JobOutcome> SearchAsync(SweepJob job, string url)
    {
        var sweep = (await store.GetAsync(LedgerCollections.Sweeps, job.SweepId, CancellationToken.None))!.Value;
        var search = job.Search!;
        var (adverts, more) = world.Page(job.SiteId, search.Query, search.Page);
        int unchanged = 0;
        foreach (string advert in adverts)
        {
            string id = Listing.IdFor(job.SiteId, advert);
            var known = await store.UpdateAsync(
                LedgerCollections.Listings, id, l => l is null ? null : l with { LastSeenAt = time.GetUtcNow(), LastSweepId = job.SweepId }, CancellationToken.None);
            if (known is not null)
            {
                unchanged++;
                continue;
            }

            await InsertAsync(job with
            {
                Id = SweepJob.CaptureId(job.SweepId, id),
                Kind = JobKind.Capture,
                Search = null,
                Capture = new CaptureTarget { ListingId = id, SiteListingId = advert, Url = $"{url}/{advert}", Reason = CaptureReason.New },
            });
        }

        bool allowed = search.Page < sweep.WatchList.MaxPagesPerSearch;
        if (more && allowed)
        {
            await InsertAsync(
                job with { Id = SweepJob.SearchId(job.SweepId, job.SiteId, search.Query, search.Page + 1), Search = search with { Page = search.Page + 1 } });
        }

        return new JobOutcome
        {
            Kind = adverts.Count == 0 ? OutcomeKind.Empty : OutcomeKind.Ok,
            Url = url,
            Rows = adverts.Count,
            RowsUnchanged = unchanged,
            MorePages = more && !allowed,
        };
    }

    private async Task<JobOutcome> CaptureAsync(SweepJob job, string url)
    {
        var target = job.Capture!;
        if (target.SiteListingId is { } advert && world.Removed.Contains(advert))
        {
            await store.UpdateAsync(
                LedgerCollections.Listings,
                target.ListingId,
                l => l is null ? null : l with { Availability = Availability.Gone, GoneAt = time.GetUtcNow() },
                CancellationToken.None);
            return new JobOutcome { Kind = OutcomeKind.NotFound, Url = url, Result = CaptureResult.Gone };
        }

        await store.UpdateAsync(
            LedgerCollections.Listings,
            target.ListingId,
            l => (l ?? Known(target, job, time.GetUtcNow())) with { LastSeenAt = time.GetUtcNow(), LastSweepId = job.SweepId },
            CancellationToken.None);
        return new JobOutcome { Kind = OutcomeKind.Ok, Url = url, Result = target.Reason is CaptureReason.New ? CaptureResult.New : CaptureResult.Unchanged };
    }

    private static Listing Known(CaptureTarget target, SweepJob job, DateTimeOffset now) => new()
    {
        Id = target.ListingId,
        SiteId = job.SiteId,
        SiteListingId = target.SiteListingId,
        Url = target.Url,
        Title = target.SiteListingId ?? target.Url,
        FirstSeenAt = now,
        LastSeenAt = now,
        LastSweepId = job.SweepId,
        CaptureId = "none",
        WatchListIds = [job.WatchListId],
    };

    private Task<bool> InsertAsync(SweepJob child) => store.InsertIfAbsentAsync(
        LedgerCollections.Jobs,
        child with
        {
            State = JobState.Pending,
            Attempts = 0,
            CreatedAt = time.GetUtcNow(),
            DueAt = time.GetUtcNow(),
            SentAt = null,
            StartedAt = null,
            LeaseUntil = null,
            WorkerId = null,
            LostLeases = 0,
        },
        CancellationToken.None);
}
