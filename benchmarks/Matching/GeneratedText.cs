using System.Text;
using Crawler.Analysis.Matching;
using Crawler.Contracts.WatchLists;

namespace CyberPatrol.Benchmarks.Matching;

/// <summary>Words made of syllables, the same for the same seed.</summary>
internal static class GeneratedText
{
    private const int AdvertLength = 700;
    private static readonly string[] Syllables = ["ka", "ro", "éc", "lin", "ver", "sta", "oo", "ie", "ba", "mü", "ten", "an", "di", "sch", "aal", "pe", "ri", "co", "tur", "ge", "lo", "ne", "vi", "ël", "mar", "on", "st", "er"];

    public static WatchList List(int terms, int seed)
    {
        var random = new Random(seed);
        return new WatchList
        {
            Id = "benchmark",
            Name = "Benchmark",
            SiteIds = ["site"],
            Terms = [.. Enumerable.Range(0, terms).Select(_ => Term(random))],
        };
    }

    /// <summary>Three kinds: without any hit, with a hit in each tenth advert, and with the signs that call for the second look in each.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<MatchText> Adverts)> Adverts(WatchList list, int characters, int seed)
    {
        int count = Math.Max(1, characters / AdvertLength);
        yield return ("plain adverts", Make(count, _ => null, seed));
        yield return ("every tenth with a term", Make(count, i => i % 10 == 0 ? list.Terms[i % list.Terms.Count].Text : null, seed));
        yield return ("all with digits for letters", Make(count, _ => "v1nt4ge c0nditi0n 3xtra", seed));
    }

    private static WatchTerm Term(Random random) => new()
    {
        Text = Rare(random),
        Variants = [Rare(random), $"{Rare(random)} {Word(random)}"],
        Exclude = [$"{Word(random)} {Rare(random)}"],
    };

    private static List<MatchText> Make(int count, Func<int, string?> extra, int seed)
    {
        var random = new Random(seed + 1);
        List<MatchText> adverts = [];
        for (int i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            while (text.Length < AdvertLength - 50)
            {
                text.Append(Words(random, random.Next(4, 12))).Append(random.Next(3) == 0 ? ".\n" : ", 12 cm, 35,00 € ");
            }

            adverts.Add(new MatchText { Title = Words(random, 5), Text = $"{text}{extra(i)}" });
        }

        return adverts;
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    /// <summary>Longer than any word of the adverts, as the words people watch for are rarer than others.</summary>
    private static string Rare(Random random) => Word(random) + Word(random) + Word(random);

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
