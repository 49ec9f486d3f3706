using Crawler.Storage.Documents;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>What the console asks: a page of fifty, newest first, and all its facets.</summary>
internal static class SearchMix
{
    public static IReadOnlyList<FacetRequest> Facets { get; } =
    [
        new("site"), new("watchList"), new("term"), new("language"),
        new("price", Bands: [10, 50, 100, 500, 1000]),
        new("firstSeenAt"),
    ];

    /// <summary>The same questions in the same order for the same seed.</summary>
    public static IEnumerable<(string Kind, DocumentQuery Query)> Questions(int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            var words = Vocabulary.All[random.Next(Vocabulary.All.Count)];
            var (kind, text) = (i % 5) switch
            {
                0 => ("goods", words.Goods[random.Next(words.Goods.Length)]),
                1 => ("two words", $"{words.Goods[random.Next(words.Goods.Length)]} {words.Small[random.Next(words.Small.Length)]}"),
                2 => ("beginning", words.Goods[random.Next(words.Goods.Length)][..3]),
                3 => ("rare word", words.Rare(random)),
                _ => ("small word", words.Small[random.Next(words.Small.Length)]),
            };
            yield return (kind, Question(text, random));
        }
    }

    /// <summary>The ones that match the most: few stores are asked them, but none may stall on them.</summary>
    public static IEnumerable<(string Kind, DocumentQuery Query)> WorstCases(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return ("no text, no filter", Newest(null));
            yield return ("one letter", Newest("d"));
            yield return ("one letter, wide filters", Newest("d", Filter.Range("price", 1, null), Filter.NoneOf("site", "onion")));
            yield return ("no text, wide filters", Newest(null, Filter.Range("price", 1, null), Filter.NoneOf("site", "onion")));
            yield return ("small word 'de', wide filters", Newest("de", Filter.Range("price", 1, null), Filter.NoneOf("site", "onion")));
            yield return ("no text, dear first", Newest(null, Filter.AnyOf("language", "fr")) with { OrderBy = new Sort("price", Descending: true) });
            yield return ("common text, rare filters", Newest("de", Filter.AnyOf("site", "onion"), Filter.AnyOf("watchList", "list-3")));
        }
    }

    private static DocumentQuery Question(string text, Random random)
    {
        Filter first = random.Next(2) == 0
            ? Filter.AnyOf("site", ListingFactory.SiteIds[random.Next(3)], ListingFactory.SiteIds[3 + random.Next(3)])
            : Filter.AnyOf("watchList", $"list-{random.Next(ListingFactory.WatchLists)}");
        Filter second = random.Next(2) == 0
            ? Filter.Range("price", random.Next(10, 100), 1000)
            : Filter.NoneOf("availability", "Gone");
        return Newest(text, first, second);
    }

    private static DocumentQuery Newest(string? text, params IReadOnlyList<Filter> where) =>
        new() { Text = text, Where = where, OrderBy = new Sort("firstSeenAt", Descending: true), Limit = 50 };
}
