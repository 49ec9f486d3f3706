using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.World;
using CyberPatrol.Tests.Shared;

namespace Crawler.TrainingGround.Tests.Drawing;

public sealed class PngTests
{
    [TestCase(false, 640, 480)]
    [TestCase(true, 320, 240)]
    public void Get_Picture_IsAPngOfTheSizeThatUnpacksToItsPixels(bool thumbnail, int width, int height)
    {
        var file = new Gallery().Get(new Picture("tusk", 42, 0), thumbnail);

        Assert.That(DecodedPng.Of(file), Is.EqualTo(new DecodedPng(width, height, IsOneColour: false)));
    }

    [Test]
    public void Get_SamePicture_GivesTheSameBytes()
    {
        var (first, second) = (new Gallery(), new Gallery());
        Assert.That(first.Get(new Picture("shell", 9, 1), thumbnail: true), Is.EqualTo(second.Get(new Picture("shell", 9, 1), thumbnail: true)));
    }

    [Test]
    public void Get_OtherSubjectSeedOrShade_GivesOtherBytes()
    {
        var gallery = new Gallery();
        Picture[] pictures = [new("shell", 9, 0), new("shell", 9, 1), new("shell", 10, 0), new("shoe", 9, 0)];
        Assert.That(pictures.Select(p => Convert.ToBase64String(gallery.Get(p, thumbnail: true))), Is.Unique);
    }
}
