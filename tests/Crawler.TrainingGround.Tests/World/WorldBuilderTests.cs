using System.Text.Json;
using System.Text.RegularExpressions;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Tests.World;

public sealed class WorldBuilderTests
{
    private static readonly List<Advert> Adverts = WorldBuilder.Build(2026);

    [Test]
    public void Build_SameSeedTwice_GivesTheSameBytes() =>
        Assert.That(JsonSerializer.Serialize(WorldBuilder.Build(2026)), Is.EqualTo(JsonSerializer.Serialize(Adverts)));

    [Test]
    public void Build_OtherSeed_GivesOtherAdverts() =>
        Assert.That(WorldBuilder.Build(7).Select(a => a.Title).Intersect(Adverts.Select(a => a.Title)).Count(), Is.LessThan(Adverts.Count / 2));

    [Test]
    public void Build_DefaultSeed_HasTwoThousandAdvertsInFourLanguagesAndEveryClass()
    {
        Assert.That(Adverts, Has.Count.GreaterThanOrEqualTo(2000));
        Assert.That(Adverts.Select(a => a.Language).Distinct(), Is.EquivalentTo(["nl", "fr", "de", "en"]));
        foreach (var site in SiteCatalog.All)
        {
            var classes = Adverts.Where(a => a.SiteId == site.Id).Select(a => a.Class).ToHashSet();
            var missing = Enum.GetValues<AdvertClass>().Except(classes).Except([AdvertClass.Discussion]);
            Assert.That(missing, Is.EquivalentTo(site.Kind is "shop" ? [AdvertClass.Wanted] : Array.Empty<AdvertClass>()), site.Id);
        }
    }

    [Test]
    public void Build_EveryAdvert_HasItsOwnIdAndPath()
    {
        Assert.That(Adverts.Select(a => a.Key), Is.Unique);
        Assert.That(Adverts.Select(a => a.SiteId + a.Path), Is.Unique);
    }

    [Test]
    public void Build_Texts_AreVaried()
    {
        var texts = Adverts.Where(a => a.Class is not AdvertClass.Repost && a.Text.Length > 40).Select(a => a.Text).ToList();
        Assert.That(texts.Distinct().Count(), Is.GreaterThan(texts.Count * 97 / 100));
    }

    [Test]
    public void Build_Texts_HoldNoUnfilledSlot() =>
        Assert.That(
            Adverts.Where(a => (a.Title + a.Text).IndexOfAny(['{', '}', '<', '>', '|']) >= 0 && !a.Title.Contains(" | ", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Build_Reposts_RepeatWordsAndPicturesUnderAnotherHandle()
    {
        var reposts = Adverts.FindAll(a => a.RepostOf is not null);
        Assert.That(reposts, Has.Count.GreaterThan(40));
        foreach (var repost in reposts)
        {
            var original = Adverts.Single(a => a.Key == repost.RepostOf);
            Assert.That((repost.Title, repost.Text, repost.Seller.Person.Id), Is.EqualTo((original.Title, original.Text, original.Seller.Person.Id)));
            Assert.That(repost.Pictures, Is.EqualTo(original.Pictures));
            Assert.That(repost.Seller.Handle, Is.Not.EqualTo(original.Seller.Handle));
            Assert.That(repost.Posted, Is.GreaterThanOrEqualTo(original.Posted));
        }
    }

    [Test]
    public void Build_Traders_ActUnderSeveralHandlesOnSeveralSites()
    {
        var handles = Adverts.Where(a => a.Seller.Person.Trader).GroupBy(a => a.Seller.Person.Id)
            .Select(g => (Sites: g.Select(a => a.SiteId).Distinct().Count(), Handles: g.Select(a => a.Seller.Handle).Distinct().Count())).ToList();
        Assert.That(handles.Count(h => h is { Sites: > 1, Handles: > 1 }), Is.GreaterThan(20));
    }

    [Test]
    public void Build_Contacts_CanReachNobody()
    {
        string[] reserved = ["+44 7700 900", "+33 6 39 98 ", "+49 30 23125 ", "+49 69 90009 ", "+49 40 66969 ", "+49 221 4710 ", "+49 89 99998 "];
        var people = Adverts.Select(a => a.Seller.Person).Distinct().ToList();
        Assert.That(people.SelectMany(p => p.Phones).Where(n => !reserved.Any(r => n.StartsWith(r, StringComparison.Ordinal))), Is.Empty);
        Assert.That(people.Where(p => !Regex.IsMatch(p.Mail, @"@example\.(org|net|com)$")), Is.Empty);
        Assert.That(people.Where(p => !p.Wallet.Contains("training", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Build_Posted_LiesBeforeTheEpoch() => Assert.That(Adverts.Max(a => a.Posted), Is.LessThanOrEqualTo(WorldBuilder.Epoch));
}
