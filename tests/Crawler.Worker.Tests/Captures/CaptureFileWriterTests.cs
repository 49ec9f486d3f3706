using System.Security.Cryptography;
using System.Text;
using Crawler.Contracts.Captures;
using Crawler.Fetching.Tests.Support;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Worker.Captures;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly.Registry;

namespace Crawler.Worker.Tests.Captures;

[CancelAfter(30_000)]
public sealed class CaptureFileWriterTests
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("<h1>Ivory comb</h1>");

    [TestCase(StoreProblem.DiskFull)]
    [TestCase(StoreProblem.Unreachable)]
    public void PutAsync_NoRoomForAWhile_IsKeptInHandAndStoredWhole(StoreProblem problem) => ManualTime.Run(async time =>
    {
        var blobs = new FailingBlobs(problem, times: 4);

        var file = await (FileWriter(blobs, time).PutAsync(CaptureRole.Body, "text/html", Bytes, default));

        Assert.That(file.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Bytes))));
        Assert.That(file.Size, Is.EqualTo(Bytes.Length));
        Assert.That(blobs.Tries, Is.EqualTo(5));
    });

    [Test]
    public void PutAsync_NoRoomForLongerThanItsPatience_SaysTheReason() => ManualTime.Run(async time =>
    {
        var began = time.GetUtcNow();
        var putting = FileWriter(new FailingBlobs(StoreProblem.DiskFull, int.MaxValue), time).PutAsync(CaptureRole.Body, "text/html", Bytes, default);
        await Task.WhenAny(putting);

        Assert.That(() => putting, Throws.TypeOf<StoreException>().With.Message.EqualTo("no room"));
        Assert.That(
            time.GetUtcNow() - began, Is.InRange(new WorkerOptions().EvidencePatience, new WorkerOptions().EvidencePatience + TimeSpan.FromSeconds(2)));
    });

    [Test]
    public void PutAsync_StoreIsBroken_FailsAtOnce() => ManualTime.Run(async time =>
    {
        var blobs = new FailingBlobs(StoreProblem.Other, int.MaxValue);
        var putting = FileWriter(blobs, time).PutAsync(CaptureRole.Body, "text/html", Bytes, default);
        await Task.WhenAny(putting);

        Assert.That(putting.IsFaulted, Is.True);
        Assert.That(blobs.Tries, Is.EqualTo(1));
    });

    [Test]
    public void PutAsync_JobIsTakenAwayMeanwhile_LetsGo() => ManualTime.Run(async time =>
    {
        using var lease = new CancellationTokenSource(TimeSpan.FromSeconds(15), time);
        var putting = FileWriter(new FailingBlobs(StoreProblem.DiskFull, int.MaxValue), time).PutAsync(CaptureRole.Body, "text/html", Bytes, lease.Token);
        await Task.WhenAny(putting);

        Assert.That(putting.IsCanceled, Is.True);
    });

    private static CaptureFileWriter FileWriter(IBlobStore blobs, TimeProvider time) =>
        new(blobs, Options.Create(new WorkerOptions()), new ResiliencePipelineRegistry<string>(), time, NullLogger<CaptureFileWriter>.Instance);

    /// <summary>Takes part of the bytes and fails, so many times.</summary>
    private sealed class FailingBlobs(StoreProblem problem, int times) : IBlobStore
    {
        public int Tries { get; private set; }

        public async Task<BlobInfo> PutAsync(Stream content, CancellationToken cancellationToken)
        {
            Tries++;
            if (Tries <= times)
            {
                content.ReadByte();
                throw new StoreException(problem, "no room");
            }

            return new BlobInfo(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)), content.Length);
        }

        public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
