using System.Text;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>Adverts as a year of nightly sweeps over six sites would leave them. Number and seed decide everything.</summary>
internal sealed class ListingFactory(int seed)
{
    public const int WatchLists = 8;

    private static readonly DateTimeOffset Begin = new(2025, 11, 1, 2, 0, 0, TimeSpan.Zero);

    // Shares in percent: a large marketplace, two middling sites, three small ones.
    private static readonly (string Site, int Share)[] Sites = [("bazaar", 40), ("rommelmarkt", 22), ("kleinmarkt", 18), ("shop", 10), ("forum", 7), ("onion", 3)];

    public static IReadOnlyList<string> SiteIds { get; } = [.. Sites.Select(s => s.Site)];

    public Listing Create(int number)
    {
        var random = new Random(unchecked((seed * 486_187_739) + number));
        var words = Vocabulary.All[random.Next(Vocabulary.All.Count)];
        string site = PickSite(random);
        string goods = words.Goods[random.Next(words.Goods.Length)];
        string watchList = $"list-{random.Next(WatchLists)}";
        var firstSeen = Begin.AddDays(random.Next(365)).AddMilliseconds(random.Next(3 * 3_600_000));
        string title = $"{words.Rare(random)} {goods} {words.Small[random.Next(words.Small.Length)]} {words.Rare(random)}";
        string handle = $"seller{(int)Math.Pow(8000, random.NextDouble())}";
        decimal price = Math.Round((decimal)Math.Exp(1 + (random.NextDouble() * 7)), 2);
        return new Listing
        {
            Id = Listing.IdFor(site, $"{number}"),
            SiteId = site,
            SiteListingId = $"{number}",
            Url = $"http://{site}.example/item/{number}",
            Title = title,
            Text = Body(words, goods, random),
            Language = words.Language,
            Price = random.Next(10) == 0 ? new PriceTag { Kind = PriceKind.OnRequest } : new PriceTag { Kind = PriceKind.Fixed, Amount = price, Currency = "EUR", Text = $"€ {price}" },
            Category = words.Rare(random),
            Location = words.Rare(random),
            Seller = new SellerMention { Handle = handle, DisplayName = $"{words.Rare(random)} {handle}" },
            Contacts = random.Next(3) == 0 ? new ContactDetails { Phones = [$"+324{random.Next(10_000_000, 99_999_999)}"] } : new ContactDetails(),
            Images = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => new ListingImage { Url = $"http://{site}.example/img/{number}-{i}.jpg", MediaType = "image/jpeg" })],
            FirstSeenAt = firstSeen,
            LastSeenAt = firstSeen.AddDays(random.Next(30)),
            Hits = [Hit(watchList, goods, words.Language), .. random.Next(4) == 0 ? new[] { Hit(watchList, words.Goods[0], words.Language) } : []],
            WatchListIds = random.Next(6) == 0 ? [watchList, $"list-{random.Next(WatchLists)}"] : [watchList],
            Score = random.Next(101),
            ScoreReasons = [new ScoreReason { Rule = "term-in-title", Points = 20, Explanation = $"the title holds '{goods}'" }],
            LastSweepId = $"sweep-{firstSeen:yyyyMMdd}",
            CaptureId = $"{number:x32}",
            RowFingerprint = $"{number * 31L:x32}",
            Tiers = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "definition", ["price"] = "jsonld", ["text"] = "pattern" },
        };
    }

    private static TermHit Hit(string watchList, string term, string language) => new()
    {
        WatchListId = watchList,
        Term = term,
        Topic = term.Length % 2 == 0 ? "ivory" : "medicines",
        Language = language,
        Found = term,
        Field = HitField.Title,
        Start = 0,
        Length = term.Length,
    };

    private static string PickSite(Random random)
    {
        int at = random.Next(100);
        foreach (var (site, share) in Sites)
        {
            if ((at -= share) < 0)
            {
                return site;
            }
        }

        return Sites[0].Site;
    }

    private static string Body(Vocabulary words, string goods, Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(60, 140); i > 0; i--)
        {
            text.Append(random.Next(40) == 0 ? goods : random.Next(2) == 0 ? words.Small[random.Next(words.Small.Length)] : words.Rare(random)).Append(i % 12 == 0 ? ". " : " ");
        }

        return text.ToString();
    }
}
