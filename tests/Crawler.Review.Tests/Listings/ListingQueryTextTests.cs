using Crawler.Contracts.Listings;
using Crawler.Review.Listings;
using Microsoft.AspNetCore.WebUtilities;

namespace Crawler.Review.Tests.Listings;

[TestFixture]
internal sealed class ListingQueryTextTests
{
    [Test]
    public void ToQueryString_OfTheDefault_IsEmpty() => Assert.That(ListingQueryText.ToQueryString(new ListingQuery()), Is.Empty);

    [Test]
    public void Parse_OfWhatWasWritten_GivesTheSameQuery()
    {
        var query = new ListingQuery
        {
            Text = "\"os de bovin\" & co",
            Sites = ["zolder", "kram"],
            WatchLists = ["ivory-benelux"],
            Terms = ["Côte, d'Ivoire", "1:1"],
            Topics = ["ivory"],
            Languages = ["fr"],
            Availability = [Availability.Gone, Availability.Sold],
            Offers = [OfferKind.Wanted],
            Seller = "zolder~0123456789abcdef",
            Sweep = "s1",
            MinPrice = 12.5m,
            MaxPrice = 900m,
            Since = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2026, 11, 2, 13, 5, 7, 250, TimeSpan.Zero),
            Sort = ListingSort.Score,
        };

        string text = ListingQueryText.ToQueryString(query);
        var (read, errors) = ListingQueryText.Parse(QueryHelpers.ParseQuery(text));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors, Is.Empty);
            Assert.That(ListingQueryText.ToQueryString(read), Is.EqualTo(text));
            Assert.That(read.Terms, Is.EqualTo(query.Terms));
            Assert.That(read.Until, Is.EqualTo(query.Until));
        }
    }

    [Test]
    public void Parse_WithAMistake_ReadsTheRestAllTheSame()
    {
        var (query, errors) = ListingQueryText.Parse(QueryHelpers.ParseQuery("?site=zolder&minPrice=cheap&view=table"), "view");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors.Keys, Is.EqualTo(new[] { "minPrice" }));
            Assert.That(query.Sites, Is.EqualTo(new[] { "zolder" }));
        }
    }
}
