using Crawler.Contracts;
using Crawler.Contracts.Captures;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Worker.Captures;

/// <summary>Stores what a page looked like: first the bytes, then the capture that names them. Only then may a listing refer to it.</summary>
internal sealed class CaptureWriter(IDocumentStore store, CaptureFileWriter fileWriter)
{
    /// <summary>Writes one capture. Each claim of a job writes its own: a look that was interrupted after its evidence was stored did take place.</summary>
    public async Task<Capture> WriteAsync(
        WorkItem item, string listingId, FetchedPage page, IReadOnlyList<CaptureFile> images, CancellationToken cancellationToken)
    {
        var files = await fileWriter.PutPageAsync(page, cancellationToken);
        if (page.Screenshot is { } png)
        {
            files.Add(await fileWriter.PutAsync(CaptureRole.Screenshot, "image/png", png, cancellationToken));
        }

        files.AddRange(images);
        var capture = new Capture
        {
            Id = DeterministicId.From("evidence", item.Job.Id, page.At.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ListingId = listingId,
            SiteId = item.Site.Id,
            SweepId = item.Sweep.Id,
            JobId = item.Job.Id,
            Url = page.Url.AbsoluteUri,
            FinalUrl = page.FinalUrl.AbsoluteUri,
            At = page.At,
            HttpStatus = page.Status,
            Tier = page.Tier.ToString().ToLowerInvariant(),
            Files = files,
            Versions = new CaptureVersions
            {
                Worker = WorkerVersion.Worker,
                Parser = WorkerVersion.Parser,
                Browser = page.BrowserVersion,
                SiteDefinition = item.Site.Version,
            },
        };
        await store.InsertIfAbsentAsync(LedgerCollections.Captures, capture, cancellationToken);
        return capture;
    }
}
