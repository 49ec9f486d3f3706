using Crawler.Analysis.Listings;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Tests.Listings;

public sealed class OfferKindReaderTests
{
    [TestCase("Ivoren beeldje", "Te koop wegens verhuis.", OfferKind.Sale)]
    [TestCase("Gezocht: ivoren beeldje", "Alles aanbieden.", OfferKind.Wanted)]
    [TestCase("Ivoren beeldje", "Ik ben op zoek naar ivoor.", OfferKind.Wanted)]
    [TestCase("Recherche statuette en ivoire", null, OfferKind.Wanted)]
    [TestCase("Suche Elfenbein", null, OfferKind.Wanted)]
    [TestCase("WTB ivory", null, OfferKind.Wanted)]
    [TestCase("VERKOCHT - ivoren beeldje", null, OfferKind.Sold)]
    [TestCase("Statuette (vendue)", null, OfferKind.Sold)]
    [TestCase("Elfenbeinfigur", "Ist verkauft, danke.", OfferKind.Sold)]
    [TestCase("Ivory, sold", null, OfferKind.Sold)]
    [TestCase("Ivory figure", "Looking for a new home. For sale.", OfferKind.Sale)]
    public void Read_Marketplace_TellsTheKind(string title, string? text, OfferKind kind) =>
        Assert.That(OfferKindReader.Read(title, text, availability: null, SiteKind.Marketplace), Is.EqualTo(kind));

    [TestCase("Is ivoor nog legaal?", "Weet iemand of dit mag?", false, OfferKind.Discussion)]
    [TestCase("Ivoren beeldje te koop", "DM aub", false, OfferKind.Sale)]
    [TestCase("Ivoren beeldje", "Mooi stuk.", true, OfferKind.Sale)]
    [TestCase("Gezocht: ivoor", "Alles aanbieden.", false, OfferKind.Wanted)]
    public void Read_Forum_IsTalkUnlessItSells(string title, string text, bool hasPrice, OfferKind kind) =>
        Assert.That(OfferKindReader.Read(title, text, availability: null, SiteKind.Forum, hasPrice), Is.EqualTo(kind));

    [Test]
    public void Read_PageSaysSold_IsSold() =>
        Assert.That(OfferKindReader.Read("Ivoor", "Te koop", Availability.Sold, SiteKind.Marketplace), Is.EqualTo(OfferKind.Sold));
}
