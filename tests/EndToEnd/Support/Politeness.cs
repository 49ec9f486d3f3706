using Crawler.Contracts.Sites;
using Crawler.Patrol.Practice;

namespace EndToEnd.Support;

/// <summary>Holds the practice world's request log against what the crawler promised.</summary>
internal static class Politeness
{
    /// <summary>Requests that came too soon after the one before, in words.</summary>
    /// <param name="sites">As the crawler knows them: with the pace it promised.</param>
    public static IReadOnlyList<string> TooFast(PracticeWorld world, IReadOnlyList<SiteDefinition> sites) =>
    [
        .. from site in sites
           let asked = world.Ground.Requests.Where(r => r.SiteId == site.Id).OrderBy(r => r.Number).ToList()
           from pair in asked.Zip(asked.Skip(1))
           let distance = pair.Second.At - pair.First.At
           where distance < site.Pace.Delay
           select $"{site.Id}: {pair.First.PathAndQuery} then {pair.Second.PathAndQuery} after {distance.TotalMilliseconds:0} ms (pace {site.Pace.Delay.TotalMilliseconds:0} ms)",
    ];

    /// <param name="world">Whose log.</param>
    /// <param name="siteIds">The sites that were asked. None: all of them.</param>
    public static void Check(PracticeWorld world, params IReadOnlyList<string> siteIds)
    {
        var requests = world.Ground.Requests;
        Assert.That(requests, Is.Not.Empty);
        foreach (var site in world.Sites.Where(s => siteIds.Count == 0 || siteIds.Contains(s.Id)))
        {
            var asked = requests.Where(r => r.SiteId == site.Id).OrderBy(r => r.Number).ToList();
            Assert.That(asked[0].PathAndQuery, Is.EqualTo("/robots.txt"), $"{site.Id}: robots.txt comes first");
            Assert.That(TooFast(world, [site]), Is.Empty, $"{site.Id}: pace {site.Pace.Delay}");
            Assert.That(asked.Select(r => r.UserAgent).Distinct(), Has.All.Contains("CyberPatrol"), site.Id);
        }

        var forbidden = world.Ground.Truth.Adverts.Where(a => a.Disallowed).Select(a => (a.SiteId, new Uri(a.Url).PathAndQuery)).ToHashSet();
        Assert.That(forbidden, Is.Not.Empty);
        Assert.That(requests.Where(r => forbidden.Contains((r.SiteId, r.PathAndQuery))).Select(r => r.PathAndQuery), Is.Empty, "disallowed by robots.txt");
    }
}
