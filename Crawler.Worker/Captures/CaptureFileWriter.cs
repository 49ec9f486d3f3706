using System.Text;
using Crawler.Contracts.Captures;
using Crawler.Fetching;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Registry;
using Polly.Retry;

namespace Crawler.Worker.Captures;

/// <summary>
/// Puts what was fetched into the blob store. A site was asked for it, and is not to be asked again because our disk is full for a while: it is kept in hand
/// and tried again for <see cref="WorkerOptions.EvidencePatience"/>, or until the job is no longer this worker's. Meanwhile its worker takes no other job of
/// the site.
/// </summary>
internal sealed class CaptureFileWriter(
    IBlobStore blobs, IOptions<WorkerOptions> options, ResiliencePipelineRegistry<string> pipelines, TimeProvider time, ILogger<CaptureFileWriter> log)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);
    private static readonly ResiliencePropertyKey<long> Began = new("began");
    private static readonly ResiliencePropertyKey<int> Length = new("length");
    private static readonly ResiliencePropertyKey<bool> Waited = new("waited");

    private readonly ResiliencePipeline _whileThereIsPatience = Retry(pipelines, options.Value.EvidencePatience, time, log);

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
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, cancellationToken);
        context.Properties.Set(Began, began);
        context.Properties.Set(Length, content.Length);
        try
        {
            var blob = await _whileThereIsPatience.ExecuteAsync(
                async attempt =>
                {
                    using var stream = new MemoryStream(content, writable: false);
                    return await blobs.PutAsync(stream, attempt.CancellationToken);
                },
                context);
            if (context.Properties.GetValue(Waited, defaultValue: false))
            {
                Log.EvidenceKept(log, time.GetElapsedTime(began));
            }

            return new CaptureFile { Role = role, MediaType = mediaType, Sha256 = blob.Sha256, Size = blob.Size };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Retry(
        ResiliencePipelineRegistry<string> pipelines, TimeSpan patience, TimeProvider time, ILogger log) => pipelines.GetOrAddPipeline("evidence", pipeline =>
    {
        pipeline.TimeProvider = time;
        pipeline.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = tried => ValueTask.FromResult(
                tried.Outcome.Exception is StoreException { Problem: StoreProblem.DiskFull or StoreProblem.Unreachable }
                && time.GetElapsedTime(tried.Context.Properties.GetValue(Began, 0)) < patience),
            MaxRetryAttempts = int.MaxValue,
            Delay = TryAgain,
            OnRetry = tried =>
            {
                if (!tried.Context.Properties.GetValue(Waited, defaultValue: false))
                {
                    tried.Context.Properties.Set(Waited, true);
                    Log.EvidenceWaits(log, tried.Context.Properties.GetValue(Length, 0), patience, tried.Outcome.Exception!.Message);
                }

                return default;
            },
        });
    });
}
