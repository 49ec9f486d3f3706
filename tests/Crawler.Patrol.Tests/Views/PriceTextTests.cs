using Crawler.Contracts.Listings;
using Crawler.Patrol.Views;

namespace Crawler.Patrol.Tests.Views;

[TestFixture]
internal sealed class PriceTextTests
{
    [TestCase(PriceKind.Fixed, 1200, null, "EUR", null, ExpectedResult = "1200 EUR")]
    [TestCase(PriceKind.Fixed, 12.5, null, null, null, ExpectedResult = "12.50")]
    [TestCase(PriceKind.Fixed, 80, null, "EUR", "kg", ExpectedResult = "80 EUR/kg")]
    [TestCase(PriceKind.Range, 20, 30, "EUR", null, ExpectedResult = "20-30 EUR")]
    [TestCase(PriceKind.From, 20, null, "EUR", null, ExpectedResult = "from 20 EUR")]
    [TestCase(PriceKind.Bid, null, null, null, null, ExpectedResult = "bid")]
    [TestCase(PriceKind.OnRequest, null, null, null, null, ExpectedResult = "on request")]
    [TestCase(PriceKind.Free, null, null, null, null, ExpectedResult = "free")]
    public string Of_Price_IsShort(PriceKind kind, double? amount, double? max, string? currency, string? per) =>
        PriceText.Of(new PriceTag { Kind = kind, Amount = (decimal?)amount, AmountMax = (decimal?)max, Currency = currency, Per = per });

    [Test]
    public void Of_AmbiguousPrice_IsMarked()
    {
        Assert.That(PriceText.Of(new PriceTag { Kind = PriceKind.Fixed, Amount = 3350, Currency = "EUR", Ambiguous = true }), Is.EqualTo("3350 EUR ?"));
    }
}
