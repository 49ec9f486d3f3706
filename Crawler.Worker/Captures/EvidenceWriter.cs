using System.Text;
using Crawler.Contracts;
using Crawler.Contracts.Captures;
using Crawler.Storage.Blobs;
using Crawler.Storage.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Fetching;
using Crawler.Worker.Jobs;

namespace Crawler.Worker.Captures;

/// <summary>Stores what a page looked like: first the bytes, then the capture that names them. Only then may a listing refer to it.</summary>
internal sealed class EvidenceWriter(IDocumentStore store, IBlobStore blobs)
{
    /// <summary>Writes one capture. Each claim of a job writes its own: a look that was interrupted after its evidence was stored did take place.</summary>
    public async Task<Capture> WriteAsync(
        WorkItem item, string listingId, FetchedPage page, IReadOnlyList<FetchedImage> images, CancellationToken cancellationToken)
    {
        var files = new List<CaptureFile>
        {
            await PutAsync(CaptureRole.Headers, "text/plain", Encoding.UTF8.GetBytes(page.RawHeaders), null, cancellationToken),
            await PutAsync(CaptureRole.Body, page.MediaType, page.Body, null, cancellationToken),
        };
        if (page.RenderedHtml is { } dom)
        {
            files.Add(await PutAsync(CaptureRole.RenderedDom, "text/html", Encoding.UTF8.GetBytes(dom), null, cancellationToken));
        }

        if (page.Screenshot is { } png)
        {
            files.Add(await PutAsync(CaptureRole.Screenshot, "image/png", png, null, cancellationToken));
        }

        foreach (var image in images)
        {
            files.Add(new CaptureFile { Role = CaptureRole.Image, MediaType = image.MediaType, Sha256 = image.Blob.Sha256, Size = image.Blob.Size, Url = image.Url });
        }

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
        await store.InsertIfAbsentAsync(HouseCollections.Captures, capture, cancellationToken);
        return capture;
    }

    private async Task<CaptureFile> PutAsync(CaptureRole role, string mediaType, ReadOnlyMemory<byte> bytes, string? url, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var blob = await blobs.PutAsync(stream, cancellationToken);
        return new CaptureFile { Role = role, MediaType = mediaType, Sha256 = blob.Sha256, Size = blob.Size, Url = url };
    }
}
