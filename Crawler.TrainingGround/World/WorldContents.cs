using System.Collections.Concurrent;
using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.World;

/// <summary>
/// What never changes in a world: its adverts and what can be looked up in them. A pure function of the seed, so it is built once per process.
/// </summary>
internal sealed class WorldContents
{
    private static readonly TermMatcher Demo = new(PlainTerms.Demo);
    private static readonly TermMatcher Dictionary = new(PlainTerms.All);
    private static readonly ConcurrentDictionary<int, Lazy<WorldContents>> Built = new();

    private WorldContents(int seed)
    {
        Adverts = WorldBuilder.Build(seed);
        ByKey = Adverts.ToDictionary(a => a.Key, StringComparer.Ordinal);
        BySite = Adverts.GroupBy(a => a.SiteId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        Words = Adverts.ToDictionary(
            a => a.Key, a => WordSplitter.Split(a.Title + "\n" + a.Text).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Expected = Adverts.Where(FollowsDefinition).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        PlainTermsOf = Adverts.ToDictionary(
            a => a.Key, a => Dictionary.Printed(a.Title).Union(Dictionary.Printed(a.Text), StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    public IReadOnlyList<Advert> Adverts { get; }

    public IReadOnlyDictionary<string, Advert> ByKey { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyDictionary<string, Advert[]> BySite { get; }

    /// <summary>Folded words of title and text, by key.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Words { get; }

    /// <summary>Keys of the adverts the demo watch list should find.</summary>
    public IReadOnlySet<string> Expected { get; }

    /// <summary>Plain dictionary terms as printed, by key.</summary>
    public IReadOnlyDictionary<string, List<string>> PlainTermsOf { get; }

    public static WorldContents Of(int seed) => Built.GetOrAdd(seed, s => new Lazy<WorldContents>(() => new WorldContents(s))).Value;

    private static bool FollowsDefinition(Advert advert) =>
        !advert.Disallowed && (Demo.Hits(advert.Title).Count > 0 || Demo.Hits(advert.Text).Count > 0);
}
