using Crawler.Contracts.Listings;
using Crawler.Review.Listings;

namespace Crawler.Review.Tests.Listings;

[TestFixture]
internal sealed class HitPiecesTests
{
    [Test]
    public void Cut_WithoutHits_IsTheWholeText() => Assert.That(Cut("beeldje"), Is.EqualTo(new[] { "beeldje" }));

    [Test]
    public void Cut_WithHits_MarksThemAndKeepsEveryCharacter() =>
        Assert.That(Cut("wit ivoor, echt ivoor", Hit(4, 5), Hit(16, 5)), Is.EqualTo(new[] { "wit ", "[ivoor]", ", echt ", "[ivoor]" }));

    [Test]
    public void Cut_WithOverlappingHits_MarksEachPartOnce() =>
        Assert.That(Cut("faux ivory", Hit(0, 10), Hit(5, 5)), Is.EqualTo(new[] { "[faux ]", "[ivory]" }));

    [TestCase(-1, 3)]
    [TestCase(3, 90)]
    [TestCase(2, 0)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void Cut_WithAHitOutsideTheText_IgnoresIt(int start, int length) => Assert.That(Cut("ivoor", Hit(start, length)), Is.EqualTo(new[] { "ivoor" }));

    [Test]
    public void Cut_OfAnEmptyText_IsNothing() => Assert.That(Cut(""), Is.Empty);

    private static IEnumerable<string> Cut(string text, params TermHit[] hits) =>
        HitPieces.Cut(text, hits, HitField.Text).Select(p => p.Hits.Count == 0 ? p.Text : $"[{p.Text}]");

    private static TermHit Hit(int start, int length) =>
        new() { WatchListId = "w", Term = "t", Found = "t", Field = HitField.Text, Start = start, Length = length };
}
