using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Jobs;
using Crawler.Worker.Captures;

namespace Crawler.Worker.Jobs;

/// <summary>Records what a capture found of one advert: evidence first, then the listing with what changed.</summary>
internal sealed class AdvertRecorder(ImageCollector images, CaptureWriter evidence, ListingJudge judge, ListingWriter writer)
{
    /// <summary>An advert that was read: judged, and stored with its evidence unless no term hits it.</summary>
    public async Task<JobVerdict.Done> RecordAsync(
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

    /// <summary>An advert that is no longer there.</summary>
    /// <param name="known">Null: it was never stored.</param>
    public async Task<JobVerdict.Done> RecordVanishedAsync(
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

    /// <summary>An advert that the site says has not changed.</summary>
    public async Task<JobVerdict.Done> RecordUnchangedAsync(WorkItem item, CaptureTarget target, Uri url, CancellationToken cancellationToken)
    {
        await writer.MarkSeenAsync(item, target.ListingId, cancellationToken);
        return Done(FetchVerdicts.Describe(OutcomeKind.NotModified, null, url, 304, FetchTier.Http), CaptureResult.Unchanged, 0);
    }

    private static JobVerdict.Done Done(JobOutcome outcome, CaptureResult result, int observations, Listing? stored = null) =>
        new(outcome with { Result = result, Observations = observations }, stored);
}
