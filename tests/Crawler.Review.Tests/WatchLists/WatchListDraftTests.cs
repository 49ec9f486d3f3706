using System.Text.Json;
using Crawler.Contracts;
using Crawler.Contracts.WatchLists;
using Crawler.Review.Tests.Seeds;
using Crawler.Review.WatchLists;

namespace Crawler.Review.Tests.WatchLists;

[TestFixture]
internal sealed class WatchListDraftTests
{
    [Test]
    public void ToWatchList_OfAnUnchangedDraft_IsTheListItCameFrom()
    {
        var list = ConsoleSeed.Ivory with { Terms = [.. ConsoleSeed.Ivory.Terms, new WatchTerm { Text = "bone", Variants = ["ox bone", "cow bone"], Exclude = ["bone china"], Search = false }] };

        var back = WatchListDraft.From(list).ToWatchList();

        Assert.That(JsonSerializer.Serialize(back, ContractsJson.Options), Is.EqualTo(JsonSerializer.Serialize(list, ContractsJson.Options)));
    }

    [TestCase("Ivory, Benelux", "ivory-benelux")]
    [TestCase("Écaille & façon", "ecaille-facon")]
    [TestCase("  ", "")]
    public void Slug_IsAnId(string name, string expected) => Assert.That(WatchIdentityFields.Slug(name), Is.EqualTo(expected));
}
