using System.Text;
using Crawler.Contracts.Captures;
using Crawler.Fetching;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Worker.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Captures;

/// <summary>
/// Puts what was fetched into the blob store. A site was asked for it, and is not to be asked again because our disk is full for a while: it is kept in hand and tried again
/// for <see cref="WorkerOptions.EvidencePatience"/>, or until the job is no longer this worker's. Meanwhile its worker takes no other job of the site.
/// </summary>
internal sealed class EvidenceVault(IBlobStore blobs, IOptions<WorkerOptions> options, TimeProvider time, ILogger<EvidenceVault> log)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    /// <summary>A page's headers, its body and, from the browser, the document after scripts ran.</summary>
    public async Task<List<CaptureFile>> PutPageAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        var files = new List<CaptureFile>
        {
            await PutAsync(CaptureRole.Headers, "text/plain", Encoding.UTF8.GetBytes(page.RawHeaders), cancellationToken),
            await PutAsync(CaptureRole.Body, page.MediaType, page.Body, cancellationToken),
        };
        if (page.RenderedHtml is { } dom)
        {
            files.Add(await PutAsync(CaptureRole.RenderedDom, "text/html", Encoding.UTF8.GetBytes(dom), cancellationToken));
        }

        return files;
    }

    /// <exception cref="StoreException">The blob store still has no room, cannot be reached, or is broken.</exception>
    public async Task<CaptureFile> PutAsync(CaptureRole role, string mediaType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        byte[] content = bytes.ToArray();
        var began = time.GetTimestamp();
        for (bool told = false; ; told = true)
        {
            try
            {
                using var stream = new MemoryStream(content, writable: false);
                var blob = await blobs.PutAsync(stream, cancellationToken);
                if (told)
                {
                    Log.EvidenceKept(log, time.GetElapsedTime(began));
                }

                return new CaptureFile { Role = role, MediaType = mediaType, Sha256 = blob.Sha256, Size = blob.Size };
            }
            catch (StoreException full) when (full.Problem is StoreProblem.DiskFull or StoreProblem.Unreachable && time.GetElapsedTime(began) < options.Value.EvidencePatience)
            {
                if (!told)
                {
                    Log.EvidenceWaits(log, content.Length, options.Value.EvidencePatience, full.Message);
                }

                await Task.Delay(TryAgain, time, cancellationToken);
            }
        }
    }
}
