using System.Net;
using System.Text.Json.Nodes;
using Crawler.Review.Tests.Seeds;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class ListingsApiTests : ConsoleFixture
{
    [Test]
    public async Task Find_WithoutParameters_AnswersNewestFirstWithTotal()
    {
        var page = await GetAsync("api/v1/listings");

        var seen = page["items"]!.AsArray().Select(i => i!["firstSeenAt"]!.GetValue<DateTimeOffset>()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page["total"]!.GetValue<long>(), Is.EqualTo(Seeded));
            Assert.That(seen, Has.Count.EqualTo(48));
            Assert.That(seen, Is.Ordered.Descending);
            Assert.That(page["facets"], Is.Null);
        }
    }

    [Test]
    public async Task Find_FollowingNext_GivesEveryListingOnce()
    {
        var ids = new List<string>();
        string? next = null;
        do
        {
            var page = await GetAsync($"api/v1/listings?limit=7&sort=price{(next is null ? "" : $"&after={Uri.EscapeDataString(next)}")}");
            ids.AddRange(page["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Has.Count.EqualTo(Seeded));
            Assert.That(ids, Is.Unique);
        }
    }

    [Test]
    public async Task Find_WithTextAndFilters_AnswersOnlyWhatMatchesAll()
    {
        var page = await GetAsync("api/v1/listings?text=beeldje&site=zolder&site=kram&minPrice=100&maxPrice=600&availability=available");

        var items = page["items"]!.AsArray();
        Assert.That(items, Is.Not.Empty);
        foreach (var item in items)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(item!["siteId"]!.GetValue<string>(), Is.EqualTo("zolder"));
                Assert.That(item["title"]!.GetValue<string>(), Does.Contain("beeldje"));
                Assert.That(item["price"]!["amount"]!.GetValue<decimal>(), Is.InRange(100m, 599.99m));
                Assert.That(item["availability"]!.GetValue<string>(), Is.EqualTo("available"));
            }
        }
    }

    [Test]
    public async Task Find_OnADay_CountsAsItsFacetSaid()
    {
        var all = await GetAsync("api/v1/listings?facets=day");
        var day = all["facets"]!["day"]!.AsArray()[1]!;
        var since = DateTimeOffset.Parse(day["value"]!.GetValue<string>() + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

        var page = await GetAsync($"api/v1/listings?since={since:yyyy-MM-dd}&until={since.AddDays(1):yyyy-MM-dd}");

        Assert.That(page["total"]!.GetValue<long>(), Is.EqualTo(day["count"]!.GetValue<long>()));
    }

    [Test]
    public async Task Find_WithAllFacets_CountsEachOverEverythingThatMatches()
    {
        var page = await GetAsync("api/v1/listings?facets=all&limit=1");

        var facets = page["facets"]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                facets.Select(f => f.Key),
                Is.EquivalentTo(new[] { "site", "watchList", "topic", "term", "language", "price", "day", "availability", "offer" }));
            Assert.That(Sum(facets["site"]), Is.EqualTo(Seeded));
            Assert.That(Sum(facets["watchList"]), Is.EqualTo(Seeded));
            Assert.That(facets["language"]!.AsArray().Select(f => f!["value"]!.GetValue<string>()), Is.EquivalentTo(new[] { "nl", "fr", "de", "en" }));
        }
    }

    [Test]
    public async Task Find_WithASelectedSite_StillCountsTheOtherSites()
    {
        var all = await GetAsync("api/v1/listings?facets=site,term");
        var one = await GetAsync("api/v1/listings?facets=site,term&site=kram");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one["facets"]!["site"]!.ToJsonString(), Is.EqualTo(all["facets"]!["site"]!.ToJsonString()));
            Assert.That(Sum(one["facets"]!["term"]), Is.LessThan(Sum(all["facets"]!["term"])));
        }
    }

    [TestCase("sort=dearest", "sort", "new, price, seen, score")]
    [TestCase("limit=0", "limit", "1 to 200")]
    [TestCase("limit=many", "limit", "1 to 200")]
    [TestCase("minPrice=1,50", "minPrice", "12.50")]
    [TestCase("since=yesterday", "since", "2026-01-31")]
    [TestCase("minPrice=9&maxPrice=3", "maxPrice", "above minPrice")]
    [TestCase("since=2026-02-01&until=2026-01-01", "until", "after since")]
    [TestCase("availability=lost", "availability", "available, reserved, sold, gone")]
    [TestCase("facets=colour", "facets", "watchList")]
    [TestCase("colour=white", "colour", "text, site")]
    [TestCase("text=a&text=b", "text", "once")]
    [TestCase("after=nonsense", "after", "first page")]
    public async Task Find_WithABadParameter_NamesItAndWhatIsValid(string parameters, string name, string valid)
    {
        var problem = await ProblemAsync($"api/v1/listings?{parameters}", HttpStatusCode.BadRequest);

        Assert.That(problem["errors"]![name]?[0]?.GetValue<string>(), Does.Contain(valid));
    }

    [Test]
    public async Task Find_WithTheCursorOfAnotherQuery_NamesAfter()
    {
        var page = await GetAsync("api/v1/listings?limit=5");

        var problem = await ProblemAsync(
            $"api/v1/listings?limit=5&sort=score&after={Uri.EscapeDataString(page["next"]!.GetValue<string>())}", HttpStatusCode.BadRequest);

        Assert.That(problem["errors"]!["after"], Is.Not.Null);
    }

    [Test]
    public async Task Get_OfAListing_GivesItsHistoryNewestFirst()
    {
        string id = new SeededListing(2).Id;

        var detail = await GetAsync($"api/v1/listings/{id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(detail["listing"]!["id"]!.GetValue<string>(), Is.EqualTo(id));
            Assert.That(detail["listing"]!["hits"]!.AsArray(), Is.Not.Empty);
            Assert.That(detail["observations"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That(detail["captures"]!.AsArray().Select(c => c!["at"]!.GetValue<DateTimeOffset>()), Is.Ordered.Descending);
            Assert.That(detail["captures"]![0]!["files"]![0]!["sha256"]!.GetValue<string>(), Has.Length.EqualTo(64));
        }
    }

    [Test]
    public async Task Get_OfAnUnknownListing_IsNotFoundByName()
    {
        var problem = await ProblemAsync("api/v1/listings/zolder~0000000000000000", HttpStatusCode.NotFound);

        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("zolder~0000000000000000"));
    }

    private static long Sum(JsonNode? facet) => facet!.AsArray().Sum(f => f!["count"]!.GetValue<long>());
}
