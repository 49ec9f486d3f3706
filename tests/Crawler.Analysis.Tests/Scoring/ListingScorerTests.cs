using Crawler.Analysis.Listings;
using Crawler.Analysis.Scoring;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Tests.Scoring;

public sealed class ListingScorerTests
{
    private static readonly AdvertFacts Plain = new() { Title = "Ivoren beeldje", Text = "Mooi stuk.", Hits = [Hit("ivoren", HitField.Title)] };

    [Test]
    public void Score_NoHit_IsZeroWithoutReasons()
    {
        ListingScore score = ListingScorer.Score(Plain with { Hits = [] });

        Assert.That((score.Score, score.Reasons.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Score_Plain_IsTermAndMissingLegality()
    {
        ListingScore score = ListingScorer.Score(Plain);

        Assert.Multiple(() =>
        {
            Assert.That(score.Score, Is.EqualTo(45));
            Assert.That(score.Reasons.Select(r => r.Rule), Is.EqualTo(new[] { "term-in-title", "no-legality-claim" }));
            Assert.That(score.Reasons[0].Explanation, Is.EqualTo("The title says \"ivoren\"."));
        });
    }

    private static IEnumerable<TestCaseData> Rules()
    {
        yield return new TestCaseData(Plain with { Hits = [Hit("ivoren", HitField.Text)] }, "term-in-text", 20);
        yield return new TestCaseData(Plain with { Hits = [Hit("ivoren", HitField.Seller)] }, "term-aside", 10);
        yield return new TestCaseData(
            Plain with { Hits = [Hit("ivoren", HitField.Title), Hit("schildpad", HitField.Title) with { Topic = "tortoiseshell" }] }, "several-topics", 10);
        yield return new TestCaseData(Plain with { Hits = [Hit("iv0ren", HitField.Title) with { How = "leet" }] }, "disguised-spelling", 25);
        yield return new TestCaseData(Plain with { Text = "Met certificaat." }, "certificate-claimed", -10);
        yield return new TestCaseData(Plain with { Text = "Zonder papieren." }, "no-papers", 15);
        yield return new TestCaseData(Plain with { Text = "Van voor 1947." }, "age-claimed", 5);
        yield return new TestCaseData(Plain with { Price = new() { Kind = PriceKind.Fixed, Amount = 2, Currency = "EUR", Per = "g" } }, "price-by-weight", 15);
        yield return new TestCaseData(Plain with { Text = "Prix : 2 € le gramme" }, "price-by-weight", 15);
        yield return new TestCaseData(Plain with { WeightGrams = 250 }, "weight-stated", 5);
        yield return new TestCaseData(Plain with { Hits = [Hit("sans ordonnance", HitField.Title) with { Topic = "medicines" }] }, "without-prescription", 20);
        yield return new TestCaseData(Plain with { Text = "Bel nul zes een twee drie vier vijf zes zeven acht" }, "contact-in-words", 15);
        yield return new TestCaseData(Plain with { Contacts = new() { Messengers = ["telegram:x"] } }, "messenger", 10);
        yield return new TestCaseData(Plain with { Contacts = new() { Phones = ["+31612345678"] } }, "contact-off-site", 5);
        yield return new TestCaseData(Plain with { Text = "Interesse? Stuur een PB." }, "private-chat", 10);
        yield return new TestCaseData(Plain with { Text = "Discrete verzending." }, "discretion", 10);
        yield return new TestCaseData(Plain with { Contacts = new() { Wallets = ["btc:1"] } }, "crypto-payment", 10);
        yield return new TestCaseData(Plain with { SiteKind = SiteKind.DarkMarket }, "dark-market", 10);
        yield return new TestCaseData(Plain with { OfferKind = OfferKind.Wanted }, "wanted", -15);
        yield return new TestCaseData(Plain with { OfferKind = OfferKind.Sold }, "sold", -15);
        yield return new TestCaseData(Plain with { OfferKind = OfferKind.Discussion }, "discussion", -25);
        yield return new TestCaseData(Plain with { Text = "Knuffel voor kinderen" }, "decoy-words", -20);
        yield return new TestCaseData(Plain with { Text = "Imitatie." }, "imitation-claimed", -10);
    }

    [TestCaseSource(nameof(Rules))]
    public void Score_Rule_GivesItsPointsAndAnExplanation(AdvertFacts facts, string rule, int points)
    {
        ScoreReason[] reasons = [.. ListingScorer.Score(facts).Reasons.Where(r => r.Rule == rule)];

        Assert.That(reasons, Has.Length.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(reasons[0].Points, Is.EqualTo(points));
            Assert.That(reasons[0].Explanation, Does.EndWith("."));
        });
    }

    [Test]
    public void Score_Everything_EndsAtHundredAndAddsUp()
    {
        ListingScore score = ListingScorer.Score(Plain with
        {
            Text = "Zonder papieren, discrete verzending, stuur pb, 2 euro per gram, nul zes een twee drie vier vijf zes zeven acht",
            SiteKind = SiteKind.DarkMarket,
            Contacts = new() { Messengers = ["telegram:x"], Wallets = ["btc:1"] },
            Hits = [Hit("iv0ren", HitField.Title) with { How = "leet" }],
        });

        Assert.That((score.Score, score.Reasons.Sum(r => r.Points)), Is.EqualTo((100, 100)));
    }

    [Test]
    public void Score_EverythingAgainst_BeginsAtZeroAndAddsUp()
    {
        ListingScore score = ListingScorer.Score(Plain with
        {
            Text = "Couleur ivoire, imitation, avec certificat",
            OfferKind = OfferKind.Discussion,
            Hits = [Hit("ivoire", HitField.Seller)],
        });

        Assert.That((score.Score, score.Reasons.Sum(r => r.Points)), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Score_Listing_IsTheScoreOfItsFacts()
    {
        Listing listing = new()
        {
            Id = "s~1",
            SiteId = "s",
            Url = "https://example.org/1",
            Title = Plain.Title,
            Text = Plain.Text,
            Hits = Plain.Hits,
            FirstSeenAt = default,
            LastSeenAt = default,
            LastSweepId = "sweep",
            CaptureId = "capture",
            Contacts = ContactReader.Read("jan at example dot org"),
            Price = new() { Kind = PriceKind.Fixed, Per = "kg" },
            WeightGrams = 10,
        };

        Assert.That(
            ListingScorer.Score(listing, SiteKind.DarkMarket).Reasons.Select(r => r.Rule),
            Is.EqualTo(new[] { "term-in-title", "no-legality-claim", "price-by-weight", "dark-market", "contact-off-site" }));
    }

    private static TermHit Hit(string found, HitField field) =>
        new() { WatchListId = "w", Term = "ivoor", Topic = "ivory", Found = found, Field = field, Start = 0, Length = found.Length };
}
