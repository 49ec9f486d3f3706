using Crawler.Contracts.Listings;
using Crawler.Worker.Captures;

namespace Crawler.Worker.Tests.Captures;

internal sealed class ListingDifferenceTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public void Between_NothingBefore_Appears()
    {
        var seen = ListingDifference.Between(null, Listing());

        Assert.That(seen, Has.Count.EqualTo(1));
        Assert.That(seen[0].Kind, Is.EqualTo(ObservationKind.Appeared));
        Assert.That(seen[0].Price!.Amount, Is.EqualTo(450));
    }

    [Test]
    public void Between_SameAdvert_ObservesNothing() =>
        Assert.That(ListingDifference.Between(Listing(), Listing() with { LastSeenAt = Night.AddDays(1), LastSweepId = "s2" }), Is.Empty);

    [Test]
    public void Between_PricePrintedOtherwise_ObservesNothing() =>
        Assert.That(ListingDifference.Between(Listing(), Listing() with { Price = Price(450, "450,00 EUR") }), Is.Empty);

    [Test]
    public void Between_OtherPrice_ObservesBothAsPrinted()
    {
        var seen = ListingDifference.Between(Listing(), Listing() with { Price = Price(400, "€ 400,-") });

        Assert.That(seen.Select(o => (o.Kind, o.Before, o.After)), Is.EqualTo(new[] { (ObservationKind.Price, (string?)"€ 450,-", (string?)"€ 400,-") }));
    }

    [Test]
    public void Between_AllChanged_ObservesEach()
    {
        var after = Listing() with { Price = Price(1, "€ 1"), Title = "Other", Text = "Other text", Availability = Availability.Reserved };

        var kinds = ListingDifference.Between(Listing(), after).Select(o => o.Kind);

        Assert.That(kinds, Is.EquivalentTo(new[] { ObservationKind.Price, ObservationKind.Title, ObservationKind.Text, ObservationKind.Availability }));
    }

    [Test]
    public void Between_Gone_ObservesOnlyThat()
    {
        var gone = Listing() with { Availability = Availability.Gone, GoneAt = Night.AddDays(2), Price = null };

        var seen = ListingDifference.Between(Listing(), gone);

        Assert.That(seen.Select(o => o.Kind), Is.EqualTo(new[] { ObservationKind.Gone }));
        Assert.That(seen[0].At, Is.EqualTo(Night.AddDays(2)));
    }

    [Test]
    public void Between_GoneTwice_ObservesNothing()
    {
        var gone = Listing() with { Availability = Availability.Gone };

        Assert.That(ListingDifference.Between(gone, gone), Is.Empty);
    }

    [Test]
    public void Between_ThereAgain_Returns()
    {
        var seen = ListingDifference.Between(Listing() with { Availability = Availability.Gone }, Listing());

        Assert.That(seen.Select(o => o.Kind), Is.EqualTo(new[] { ObservationKind.Returned }));
    }

    [Test]
    public void Between_DoneAgain_GivesTheSameIds()
    {
        var after = Listing() with { Price = Price(1, "€ 1"), Title = "Other" };

        var once = ListingDifference.Between(Listing(), after);
        var again = ListingDifference.Between(Listing(), after with { CaptureId = "c2" });

        Assert.That(again.Select(o => o.Id), Is.EqualTo(once.Select(o => o.Id)));
    }

    private static PriceTag Price(decimal amount, string text) => new() { Kind = PriceKind.Fixed, Amount = amount, Currency = "EUR", Text = text };

    private static Listing Listing() => new()
    {
        Id = "site~1",
        SiteId = "site",
        Url = "http://127.0.0.1/1",
        Title = "Carved box",
        Text = "Old carved box",
        Price = Price(450, "€ 450,-"),
        FirstSeenAt = Night,
        LastSeenAt = Night,
        LastSweepId = "s1",
        CaptureId = "c1",
    };
}
