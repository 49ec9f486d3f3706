using System.Text;
using Crawler.Review.Evidence;
using Crawler.Review.Tests.Seeds;

namespace Crawler.Review.Tests.Evidence;

[TestFixture]
internal sealed class RasterImageTests
{
    [Test]
    public void TypeOf_APng_IsPng() => Assert.That(RasterImage.TypeOf(DrawnImage.Png(0)), Is.EqualTo("image/png"));

    [TestCase("GIF89a\0\0", "image/gif")]
    [TestCase("RIFF\0\0\0\0WEBPVP8 ", "image/webp")]
    [TestCase("\0\0\0\u0020ftypavif", "image/avif")]
    public void TypeOf_AKnownHead_IsItsType(string head, string type) => Assert.That(RasterImage.TypeOf(Encoding.Latin1.GetBytes(head)), Is.EqualTo(type));

    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [TestCase("<!doctype html>")]
    [TestCase("RIFF\0\0\0\0WAVEfmt ")]
    [TestCase("")]
    public void TypeOf_AnythingElse_IsNone(string head) => Assert.That(RasterImage.TypeOf(Encoding.Latin1.GetBytes(head)), Is.Null);
}
