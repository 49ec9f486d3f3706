using Crawler.Contracts.Drift;

namespace Crawler.Contracts.Tests.Drift;

internal sealed class PageShapeTests
{
    private static readonly string[] Features = [.. Enumerable.Range(0, 200).Select(i => $"div>p.{i}")];

    [Test]
    public void Of_AnyOrder_IsTheSameSketch() => Assert.That(PageShape.Of(Features.Reverse()), Is.EqualTo(PageShape.Of(Features)));

    [Test]
    public void Of_Nothing_IsNoSketch() => Assert.That(PageShape.Of([]), Is.Null);

    [Test]
    public void Similarity_HalfInCommon_IsNearAThird()
    {
        // 100 of 300 features are common: Jaccard 1/3. One sketch of 16 places is rough; many pairs are not.
        double average = Enumerable.Range(0, 60).Average(n => PageShape.Similarity(
            PageShape.Of(Enumerable.Range(n * 1000, 200).Select(i => $"f{i}")),
            PageShape.Of(Enumerable.Range((n * 1000) + 100, 200).Select(i => $"f{i}")))!.Value);

        Assert.That(average, Is.EqualTo(1 / 3.0).Within(0.06));
    }

    [Test]
    public void Union_OfTwoSketches_IsTheSketchOfBothSets() =>
        Assert.That(PageShape.Union(PageShape.Of(Features[..80]), PageShape.Of(Features[60..])), Is.EqualTo(PageShape.Of(Features)));

    [TestCase(null)]
    [TestCase("no sketch")]
    public void Similarity_OfNoSketch_IsNotKnown(string? other) => Assert.That(PageShape.Similarity(PageShape.Of(Features), other), Is.Null);
}
