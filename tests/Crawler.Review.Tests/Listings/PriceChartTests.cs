using Crawler.Contracts.Listings;
using Crawler.Review.Listings;

namespace Crawler.Review.Tests.Listings;

[TestFixture]
internal sealed class PriceChartTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public void Of_OnePrice_IsNoLine() => Assert.That(PriceChart.Of([Seen(0, 100)]), Is.Null);

    [Test]
    public void Of_SeveralPrices_StepsFromOldToNew()
    {
        var chart = PriceChart.Of([Seen(3, 80), Seen(0, 100), Seen(1, 120)])!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(chart.Points.Select(p => p.Label), Is.EqualTo(new[] { "100 EUR, 2026-11-01", "120 EUR, 2026-11-02", "80 EUR, 2026-11-04" }));
            Assert.That(chart.Path, Does.Match("^M[0-9.]+ [0-9.]+H[0-9.]+V[0-9.]+H[0-9.]+V[0-9.]+$"));
            Assert.That(chart.Ticks.Select(t => t.Label), Is.EqualTo(new[] { "80", "120" }));
            Assert.That(chart.Description, Does.Contain("100 EUR").And.Contain("80 EUR"));
        }
    }

    [Test]
    public void Of_ThePriceUnchanged_IsAFlatLineWithoutDividingByZero() =>
        Assert.That(PriceChart.Of([Seen(0, 50), Seen(2, 50)])!.Path, Does.Not.Contain("NaN"));

    [Test]
    public void Of_TwoCurrencies_DrawsTheLatestOnly() =>
        Assert.That(PriceChart.Of([Seen(0, 50, "GBP"), Seen(1, 60), Seen(2, 70)])!.Points, Has.Count.EqualTo(2));

    private static Observation Seen(int day, decimal amount, string currency = "EUR") => new()
    {
        Id = $"o{day}",
        ListingId = "l",
        SiteId = "s",
        At = Start.AddDays(day),
        Kind = ObservationKind.Price,
        Price = new PriceTag { Kind = PriceKind.Fixed, Amount = amount, Currency = currency },
        CaptureId = "c",
        SweepId = "w",
    };
}
