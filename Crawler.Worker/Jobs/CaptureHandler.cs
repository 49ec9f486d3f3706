using Crawler.Contracts.Drift;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Pages;
using Crawler.Sites.Requests;
using Crawler.Storage.Documents;
using Crawler.Worker.Drift;

namespace Crawler.Worker.Jobs;

/// <summary>Captures one advert: fetch, extract, match and score, keep the evidence, store the listing with what changed.</summary>
internal sealed class CaptureHandler(IPageFetcher fetcher, PageReadings readings, AdvertRecorder adverts, DriftPageRecorder driftPages, IDocumentStore store)
{
    public async Task<JobVerdict> HandleAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var target = item.Job.Capture ?? throw new InvalidOperationException($"job {item.Job.Id} has no capture target");
        var url = DetailUrl.Render(item.Site, target.SiteListingId, target.Url)
            ?? throw new InvalidOperationException($"job {item.Job.Id} has no address: {target.Url}");
        var known = (await store.GetAsync(LedgerCollections.Listings, target.ListingId, cancellationToken))?.Value;

        var request = new FetchRequest { Url = url, Kind = PageKind.Detail, Screenshot = true, Conditional = target.Reason is CaptureReason.Recheck };
        var outcome = await fetcher.FetchAsync(item.Site, request, cancellationToken);
        if (FetchVerdicts.WithoutPage(outcome, url) is { } noPage)
        {
            return noPage;
        }

        if (outcome is FetchOutcome.Missing missing)
        {
            return await adverts.RecordVanishedAsync(item, known, missing.Page, missing.Kind, missing.Detail, cancellationToken);
        }

        if (outcome is not FetchOutcome.Ok { Page: var page })
        {
            return await adverts.RecordUnchangedAsync(item, target, url, cancellationToken);
        }

        var reading = readings.ReadDetail(item.Site, page);
        var profile = PageProfiles.Of(item.Site, reading, page);
        if (reading.State is OutcomeKind.Ok or OutcomeKind.Drifted)
        {
            await driftPages.RecordAsync(item, page, profile, cancellationToken);
        }

        return reading.State switch
        {
            OutcomeKind.Ok => WithProfile(await adverts.RecordAsync(item, target, known, page, reading, cancellationToken), profile),
            OutcomeKind.Gone => await adverts.RecordVanishedAsync(item, known, page, reading.State, reading.StateDetail, cancellationToken),
            _ => FetchVerdicts.Barred(reading.State, reading.StateDetail, page, profile, reading.OutOfTime),
        };
    }

    private static JobVerdict.Done WithProfile(JobVerdict.Done verdict, PageProfile profile) =>
        verdict with { Outcome = verdict.Outcome with { Page = profile } };
}
