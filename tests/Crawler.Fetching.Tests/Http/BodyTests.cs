using System.IO.Compression;
using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tests.Support;
using Crawler.Pages;
using Microsoft.AspNetCore.Http;

namespace Crawler.Fetching.Tests.Http;

[CancelAfter(60_000)]
public sealed class BodyTests
{
    private FetchingRig _rig = null!;

    [SetUp]
    public void SetUp() => _rig = new FetchingRig();

    [TearDown]
    public async Task TearDownAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task FetchAsync_TooLarge_IsRefusedWithOrWithoutALength([Values] bool chunked)
    {
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            byte[] body = new byte[300_000];
            Array.Fill(body, (byte)'a');
            c.Response.ContentLength = chunked ? null : body.Length;
            await c.Response.Body.WriteAsync(body);
        });
        var site = server.Define() with { Fetch = new FetchPolicy { Mode = FetchMode.Http, MaxBytes = 200_000 } };

        Assert.That((await _rig.FetchAsync(site, server.At("/"))).Kind, Is.EqualTo(OutcomeKind.TooLarge));
    }

    [Test]
    public async Task FetchAsync_DecompressionBomb_IsTooLarge()
    {
        byte[] bomb = Answers.Pack(new byte[64 * 1024 * 1024], s => new GZipStream(s, CompressionLevel.Fastest));
        await using var server = await LoopbackSite.StartAsync(c => Answers.PackedAsync(c, "gzip", bomb));

        Assert.That((await _rig.FetchAsync(server.Define(), server.At("/"))).Kind, Is.EqualTo(OutcomeKind.TooLarge));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    [TestCase("raw-deflate")]
    public async Task FetchAsync_PackedBody_IsUnpacked(string encoding)
    {
        byte[] text = Encoding.UTF8.GetBytes("<p>tandem en ivoire</p>");
        byte[] packed = encoding switch
        {
            "gzip" => Answers.Pack(text, s => new GZipStream(s, CompressionLevel.Fastest)),
            "br" => Answers.Pack(text, s => new BrotliStream(s, CompressionLevel.Fastest)),
            "deflate" => Answers.Pack(text, s => new ZLibStream(s, CompressionLevel.Fastest)),
            _ => Answers.Pack(text, s => new DeflateStream(s, CompressionLevel.Fastest)),
        };
        await using var server = await LoopbackSite.StartAsync(c => Answers.PackedAsync(c, encoding.Replace("raw-", "", StringComparison.Ordinal), packed));

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(), server.At("/"))).Page;

        Assert.That(page.Text, Is.EqualTo("<p>tandem en ivoire</p>"));
        Assert.That(page.RawHeaders, Does.Contain("Content-Encoding:"), "the headers are kept as they came");
    }

    [TestCase("gzip", "this is not gzip")]
    [TestCase("zstd", "unasked")]
    public async Task FetchAsync_WronglyPacked_IsUnreadable(string encoding, string body)
    {
        await using var server = await LoopbackSite.StartAsync(c => Answers.PackedAsync(c, encoding, Encoding.ASCII.GetBytes(body)));

        Assert.That((await _rig.FetchAsync(server.Define(), server.At("/"))).Kind, Is.EqualTo(OutcomeKind.Unreadable));
    }

    [Test]
    public async Task FetchAsync_SlowBody_TimesOut()
    {
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            await c.Response.WriteAsync("<p>and then");
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        var site = server.Define() with { Fetch = new FetchPolicy { Mode = FetchMode.Http, Timeout = TimeSpan.FromMilliseconds(200) } };

        var outcome = (FetchOutcome.Failed)await _rig.FetchAsync(site, server.At("/"));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Timeout));
        Assert.That(outcome.Transient, Is.True);
    }

    [TestCase("text/html", "%PDF-1.7 x", PageKind.Detail)]
    [TestCase("application/zip", "plain", PageKind.Search)]
    [TestCase("text/html", "ab\0cd\u0001", PageKind.Search)]
    [TestCase("image/png", "<html>sorry</html>", PageKind.Image)]
    public async Task FetchAsync_NotWhatItClaims_IsUnreadable(string mediaType, string body, PageKind kind)
    {
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Response.ContentType = mediaType;
            return c.Response.WriteAsync(body);
        });

        Assert.That((await _rig.FetchAsync(server.Define(), server.At("/"), kind)).Kind, Is.EqualTo(OutcomeKind.Unreadable));
    }

    [Test]
    public async Task FetchAsync_Image_IsKnownByItsFirstBytes()
    {
        byte[] png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];
        await using var server = await LoopbackSite.StartAsync(async c =>
        {
            c.Response.ContentType = "application/octet-stream";
            await c.Response.Body.WriteAsync(png);
        });

        var page = ((FetchOutcome.Ok)await _rig.FetchAsync(server.Define(), server.At("/1.png"), PageKind.Image)).Page;

        Assert.Multiple(() =>
        {
            Assert.That(page.MediaType, Is.EqualTo("image/png"));
            Assert.That(page.Body.ToArray(), Is.EqualTo(png));
            Assert.That(page.Text, Is.Empty);
        });
    }
}
