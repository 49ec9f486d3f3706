using Crawler.Contracts.Listings;
using Crawler.Review.Layout;

namespace Crawler.Review.Tests.Layout;

[TestFixture]
internal sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [TestCase(-10, "just now")]
    [TestCase(-300, "5 min ago")]
    [TestCase(-7200, "2 h ago")]
    [TestCase(-172800, "2 d ago")]
    [TestCase(-864000, "2026-11-10")]
    [TestCase(10, "in a moment")]
    [TestCase(7300, "in 2 h")]
    public void Relative_SaysHowLongAgo(int seconds, string expected) => Assert.That(Words.Relative(Now.AddSeconds(seconds), Now), Is.EqualTo(expected));

    [TestCase(PriceKind.Fixed, 1250.0, null, "1\u202F250 EUR")]
    [TestCase(PriceKind.Fixed, 12.5, null, "12.50 EUR")]
    [TestCase(PriceKind.Fixed, 0.013276, null, "0.013276 EUR")]
    [TestCase(PriceKind.Range, 10.0, 20.0, "10–20 EUR")]
    [TestCase(PriceKind.From, 10.0, null, "from 10 EUR")]
    [TestCase(PriceKind.Bid, null, null, "bids")]
    [TestCase(PriceKind.OnRequest, null, null, "on request")]
    [TestCase(PriceKind.Free, 0.0, null, "free")]
    public void Price_SaysWhatItIs(PriceKind kind, double? amount, double? max, string expected) =>
        Assert.That(Words.Price(new PriceTag { Kind = kind, Amount = (decimal?)amount, AmountMax = (decimal?)max, Currency = "EUR" }), Is.EqualTo(expected));

    [Test]
    public void InZone_TellsTheWallClockThere() =>
        Assert.That(Words.InZone(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), "Europe/Brussels"), Is.EqualTo("Wed 2026-07-01 02:00 (+02:00)"));

    [TestCase(812, "812 B")]
    [TestCase(3_400, "3.4 kB")]
    [TestCase(1_230_000, "1.2 MB")]
    public void Size_IsShort(long bytes, string expected) => Assert.That(Words.Size(bytes), Is.EqualTo(expected));
}
