using Crawler.Patrol.Practice;

namespace EndToEnd.Support;

/// <summary>Holds the practice world's request log against what the crawler promised.</summary>
internal static class Politeness
{
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
            var tooFast = asked.Zip(asked.Skip(1)).Where(pair => pair.Second.At - pair.First.At < site.Pace.Delay).ToList();
            Assert.That(tooFast.Select(p => $"{p.First.PathAndQuery} then {p.Second.PathAndQuery} after {(p.Second.At - p.First.At).TotalMilliseconds:0} ms"), Is.Empty, $"{site.Id}: pace {site.Pace.Delay}");
            Assert.That(asked.Select(r => r.UserAgent).Distinct(), Has.All.Contains("CyberPatrol"), site.Id);
        }

        var forbidden = world.Ground.Truth.Adverts.Where(a => a.Disallowed).Select(a => (a.SiteId, new Uri(a.Url).PathAndQuery)).ToHashSet();
        Assert.That(forbidden, Is.Not.Empty);
        Assert.That(requests.Where(r => forbidden.Contains((r.SiteId, r.PathAndQuery))).Select(r => r.PathAndQuery), Is.Empty, "disallowed by robots.txt");
    }
}
