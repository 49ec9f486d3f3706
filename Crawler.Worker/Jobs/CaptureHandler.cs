using Crawler.Contracts.Drift;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Pages;
using Crawler.Sites.Requests;
using Crawler.Storage.Documents;
using Crawler.Worker.Captures;
using Crawler.Worker.Drift;

namespace Crawler.Worker.Jobs;

/// <summary>Captures one advert: fetch, extract, match and score, keep the evidence, store the listing with what changed.</summary>
internal sealed class CaptureHandler(
    IPageFetcher fetcher, PageReadings readings, ImageCollector images, EvidenceWriter evidence, ListingJudge judge, ListingWriter writer, DriftPageRecorder witness, IDocumentStore store)
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
            return await VanishedAsync(item, known, missing.Page, missing.Kind, missing.Detail, cancellationToken);
        }

        if (outcome is not FetchOutcome.Ok { Page: var page })
        {
            return await StillThereAsync(item, target, url, cancellationToken);
        }

        var reading = readings.ReadDetail(item.Site, page);
        var profile = PageProfiles.Of(item.Site, reading, page);
        if (reading.State is OutcomeKind.Ok or OutcomeKind.Drifted)
        {
            await witness.WatchAsync(item, page, profile, cancellationToken);
        }

        return reading.State switch
        {
            OutcomeKind.Ok => WithProfile(await KeepAsync(item, target, known, page, reading, cancellationToken), profile),
            OutcomeKind.Gone => await VanishedAsync(item, known, page, reading.State, reading.StateDetail, cancellationToken),
            _ => FetchVerdicts.Barred(reading.State, reading.StateDetail, page, profile, reading.OutOfTime),
        };
    }

    private static JobVerdict.Done WithProfile(JobVerdict.Done verdict, PageProfile profile) => verdict with { Outcome = verdict.Outcome with { Page = profile } };

    private async Task<JobVerdict.Done> KeepAsync(
        WorkItem item, CaptureTarget target, Listing? known, FetchedPage page, DetailReading reading, CancellationToken cancellationToken)
    {
        var draft = ListingAssembly.Assemble(target, item.Site, item.Sweep, reading, known, page);
        if (known is null && judge.Judge(draft, item.Sweep, item.Site.Kind).Hits.Count == 0)
        {
            await writer.RememberIrrelevantAsync(item, target, page.At, cancellationToken);
            return Done(FetchVerdicts.Describe(OutcomeKind.Ok, null, page), CaptureResult.NotRelevant, 0);
        }

        IReadOnlyList<string> imageUrls = reading.Images.Count > 0 ? reading.Images : target.Row?.Image is { } thumb ? [thumb] : [];
        var collected = await images.CollectAsync(item.Site, imageUrls, known, cancellationToken);
        var capture = await evidence.WriteAsync(item, target.ListingId, page, collected.Fetched, cancellationToken);
        var listing = judge.Judge(draft with { CaptureId = capture.Id, Images = collected.Listed }, item.Sweep, item.Site.Kind);
        var (stored, observations) = await writer.StoreAsync(item, listing, cancellationToken);
        var result = known is null ? CaptureResult.New : observations > 0 ? CaptureResult.Changed : CaptureResult.Unchanged;
        return Done(FetchVerdicts.Describe(OutcomeKind.Ok, null, page), result, observations, stored);
    }

    private async Task<JobVerdict> VanishedAsync(
        WorkItem item, Listing? known, FetchedPage page, OutcomeKind kind, string? detail, CancellationToken cancellationToken)
    {
        var outcome = FetchVerdicts.Describe(kind, detail, page);
        if (known is null)
        {
            // It went between the search and the capture: there is nothing of it to keep.
            return Done(outcome, CaptureResult.Gone, 0);
        }

        var capture = await evidence.WriteAsync(item, known.Id, page, [], cancellationToken);
        var (stored, observations) = await writer.StoreAsync(item, ListingAssembly.Vanished(known, item.Sweep, capture), cancellationToken);
        return Done(outcome, CaptureResult.Gone, observations, stored);
    }

    private async Task<JobVerdict> StillThereAsync(WorkItem item, CaptureTarget target, Uri url, CancellationToken cancellationToken)
    {
        await writer.MarkSeenAsync(item, target.ListingId, cancellationToken);
        return Done(FetchVerdicts.Describe(OutcomeKind.NotModified, null, url, 304, FetchTier.Http), CaptureResult.Unchanged, 0);
    }

    private static JobVerdict.Done Done(JobOutcome outcome, CaptureResult result, int observations, Listing? stored = null) =>
        new(outcome with { Result = result, Observations = observations }, stored);
}
