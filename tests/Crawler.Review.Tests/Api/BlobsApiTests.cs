using System.Net;
using System.Text;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class BlobsApiTests : ConsoleFixture
{
    [Test]
    public async Task Get_OfARasterImage_ShowsItSandboxed()
    {
        string hash = await PutAsync(Seeds.DrawnImage.Png(1));

        using var response = await Desk.Http.GetAsync(new Uri($"api/v1/blobs/{hash}", UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("image/png"));
            Assert.That(response.Content.Headers.ContentDisposition, Is.Null);
            AssertHarmless(response);
        }
    }

    [TestCase("<!doctype html><script>alert(1)</script>")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [TestCase("%PDF-1.7")]
    [TestCase("")]
    public async Task Get_OfAnythingElse_IsADownloadWithoutAType(string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        string hash = await PutAsync(bytes);

        using var response = await Desk.Http.GetAsync(new Uri($"api/v1/blobs/{hash}", UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/octet-stream"));
            Assert.That(response.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
            Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
            AssertHarmless(response);
        }
    }

    [Test]
    public async Task Get_AsText_IsPlainTextWhateverItHolds()
    {
        string hash = await PutAsync(Encoding.UTF8.GetBytes("<script>alert(1)</script>"));

        using var response = await Desk.Http.GetAsync(new Uri($"api/v1/blobs/{hash}?as=text", UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/plain; charset=utf-8"));
            AssertHarmless(response);
        }
    }

    [Test]
    public async Task Get_WithAName_IsADownloadUnderThatName()
    {
        string hash = await PutAsync(Seeds.DrawnImage.Png(2));

        using var response = await Desk.Http.GetAsync(new Uri($"api/v1/blobs/{hash}?name=screenshot-1.png", UriKind.Relative));

        Assert.That(response.Content.Headers.ContentDisposition?.ToString(), Does.StartWith("attachment").And.Contain("screenshot-1.png"));
    }

    [TestCase("ABC", "sha256")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000?name=..%2Fx", "name")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000?name=a%22b", "name")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000?as=html", "as")]
    public async Task Get_WithABadParameter_NamesIt(string rest, string name)
    {
        var problem = await ProblemAsync($"api/v1/blobs/{rest}", HttpStatusCode.BadRequest);

        Assert.That(problem["errors"]![name], Is.Not.Null);
    }

    [Test]
    public Task Get_OfAnUnknownHash_IsNotFound() => ProblemAsync($"api/v1/blobs/{new string('0', 64)}", HttpStatusCode.NotFound);

    [Test]
    public async Task Get_OfADamagedFile_SaysSoAndSendsNoByteOfIt()
    {
        string hash = await PutAsync(Encoding.UTF8.GetBytes("the original, which somebody will change"));
        string file = Directory.EnumerateFiles(Desk.BlobFolder, $"*{hash[4..]}*", SearchOption.AllDirectories).Single();
        File.SetAttributes(file, FileAttributes.Normal);
        await File.WriteAllTextAsync(file, "the original, which somebody has changed");

        var problem = await ProblemAsync($"api/v1/blobs/{hash}", HttpStatusCode.InternalServerError);

        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain(hash).And.Contain("no longer"));
    }

    private static void AssertHarmless(HttpResponseMessage response)
    {
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox").And.Contain("default-src 'none'"));
    }

    private async Task<string> PutAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return (await Desk.Blobs.PutAsync(content, CancellationToken.None)).Sha256;
    }
}
