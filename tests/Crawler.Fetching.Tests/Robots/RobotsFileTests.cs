using System.Text;
using Crawler.Fetching.Robots;

namespace Crawler.Fetching.Tests.Robots;

public sealed class RobotsFileTests
{
    // Each rule file is written on one line, with '|' for the line breaks.
    [TestCase("User-agent: *|Disallow: /private", "/private", false)]
    [TestCase("User-agent: *|Disallow: /private", "/private/page", false)]
    [TestCase("User-agent: *|Disallow: /private", "/Private", true, TestName = "Forbids_PathInOtherCase_IsAllowed")]
    [TestCase("User-agent: *|Disallow: /private", "/", true)]
    [TestCase("User-agent: *|Disallow:", "/anything", true, TestName = "Forbids_EmptyDisallow_AllowsAll")]
    [TestCase("User-agent: *|Disallow: /", "/robots.txt", true, TestName = "Forbids_RobotsTxtItself_IsAllowed")]
    // RFC 9309, 2.2.2: the most octets decide.
    [TestCase("User-agent: *|Allow: /example/page/|Disallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    [TestCase("User-agent: *|Disallow: /example/page/disallowed.gif|Allow: /example/page/", "/example/page/other", true)]
    [TestCase("User-agent: *|Disallow: /folder|Allow: /folder", "/folder/page", true, TestName = "Forbids_EquallyLongRules_AllowWins")]
    [TestCase("User-agent: *|Allow: /folder|Disallow: /folder", "/folder/page", true, TestName = "Forbids_EquallyLongRulesOtherOrder_AllowWins")]
    [TestCase("User-agent: *|Allow: /p|Disallow: /", "/page", true)]
    [TestCase("User-agent: *|Allow: /page|Disallow: /*.htm", "/page.htm", false)]
    // RFC 9309, 2.2.3: special characters.
    [TestCase("User-agent: *|Allow: /this/*/exactly|Disallow: /", "/this/path/exactly", true)]
    [TestCase("User-agent: *|Allow: /this/*/exactly|Disallow: /", "/this/path/nearly", false)]
    [TestCase("User-agent: *|Allow: /this/path/exactly$|Disallow: /", "/this/path/exactly", true)]
    [TestCase("User-agent: *|Allow: /this/path/exactly$|Disallow: /", "/this/path/exactly/not", false)]
    [TestCase("User-agent: *|Disallow: *.gif$", "/a/b.gif", false)]
    [TestCase("User-agent: *|Disallow: *.gif$", "/a/b.gif?x=1", true)]
    [TestCase("User-agent: *|Disallow: /fish*.php", "/fishheads/catfish.php?id=1", false)]
    [TestCase("User-agent: *|Disallow: /a*b*c$", "/aXXbYYbc", false)]
    [TestCase("User-agent: *|Disallow: /a*b*c$", "/aXXbYYcd", true)]
    [TestCase("User-agent: *|Disallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html", false)]
    [TestCase("User-agent: *|Disallow: /path/foo-%24", "/path/foo-$", false)]
    // RFC 9309, 2.2.2: percent-encoding.
    [TestCase("User-agent: *|Disallow: /foo/bar?baz=quz", "/foo/bar?baz=quz", false)]
    [TestCase("User-agent: *|Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [TestCase("User-agent: *|Disallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [TestCase("User-agent: *|Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [TestCase("User-agent: *|Disallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false)]
    [TestCase("User-agent: *|Disallow: /a%2Fb", "/a/b", true, TestName = "Forbids_EncodedSlash_IsNotASlash")]
    // Groups.
    [TestCase("User-agent: *|Disallow: /||User-agent: cyberpatrol|Disallow: /x", "/page", true, TestName = "Forbids_OwnGroup_BeatsEveryone")]
    [TestCase("User-agent: CyberPatrol/0.1|Disallow: /x", "/x", false, TestName = "Forbids_TokenWithVersion_Matches")]
    [TestCase("User-agent: CyberPatrolNews|Disallow: /||User-agent: *|Disallow: /y", "/x", true, TestName = "Forbids_LongerToken_IsAnotherRobot")]
    [TestCase("User-agent: CyberPatrol|Disallow: /a||User-agent: other|Disallow: /b||User-agent: CYBERPATROL|Disallow: /c", "/c", false, TestName = "Forbids_GroupsOfOneAgent_AreMerged")]
    [TestCase("User-agent: CyberPatrol|Disallow: /a||User-agent: other|Disallow: /b||User-agent: CYBERPATROL|Disallow: /c", "/b", true)]
    [TestCase("User-agent: other|User-agent: CyberPatrol|Disallow: /a", "/a", false, TestName = "Forbids_SharedGroup_Applies")]
    [TestCase("User-agent: CyberPatrol||User-agent: *|Disallow: /", "/a", false, TestName = "Forbids_BlankLineBetweenAgents_IsOneGroup")]
    [TestCase("Disallow: /|User-agent: *|Disallow: /b", "/a", true, TestName = "Forbids_RuleBeforeAnyGroup_IsIgnored")]
    [TestCase("User-agent: *|Sitemap: https://x/s.xml|Disallow: /b", "/b", false, TestName = "Forbids_SitemapInGroup_DoesNotEndIt")]
    [TestCase("user-agent : * # all|DISALLOW:/b # no", "/b", false, TestName = "Forbids_LooseSpelling_IsUnderstood")]
    [TestCase("User-agent: *|Disallow /b|Dis allow: /b|<html>", "/b", true, TestName = "Forbids_Nonsense_IsPassedOver")]
    [TestCase("", "/b", true)]
    public void Forbids_Address_FollowsTheRules(string file, string path, bool allowed)
    {
        var robots = RobotsParser.Parse(file.Replace('|', '\n'), "CyberPatrol");

        var rule = robots.Forbids(new Uri("https://example.org" + path));

        Assert.That(rule is null, Is.EqualTo(allowed), rule?.ToString());
    }

    [TestCase("User-agent: *\r\nDisallow: /b\r\n")]
    [TestCase("User-agent: *\rDisallow: /b\r")]
    public void Parse_AnyLineEnd_IsUnderstood(string file) =>
        Assert.That(RobotsParser.Parse(file, "CyberPatrol").Forbids(new Uri("https://example.org/b")), Is.Not.Null);

    [Test]
    public void Parse_ByteOrderMark_IsSkipped()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. "User-agent: *\nDisallow: /b"u8];

        Assert.That(RobotsParser.Parse(body, "CyberPatrol").Rules, Has.Count.EqualTo(1));
    }

    [Test]
    public void Parse_BeyondTheLimit_IsCutThere()
    {
        byte[] body = Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /early\n" + new string('#', 500 * 1024) + "\nDisallow: /late");

        var robots = RobotsParser.Parse(body, "CyberPatrol");

        Assert.That(robots.Rules.Select(r => r.Pattern), Is.EqualTo(new[] { "/early" }));
    }

    [TestCase("User-agent: *\nCrawl-delay: 7.5", 7.5)]
    [TestCase("User-agent: *\nCrawl-delay: 3\nDisallow: /x\nCrawl-delay: 5", 5)]
    [TestCase("User-agent: *\nCrawl-delay: soon", null)]
    [TestCase("User-agent: *\nCrawl-delay: -1", null)]
    [TestCase("User-agent: other\nCrawl-delay: 9\n\nUser-agent: *\nDisallow:", null)]
    [TestCase("User-agent: *\nCrawl-delay: 999999999", 86400d)]
    public void Parse_CrawlDelay_IsSeconds(string file, double? seconds) =>
        Assert.That(RobotsParser.Parse(file, "CyberPatrol").CrawlDelay?.TotalSeconds, Is.EqualTo(seconds));

    [Test]
    [CancelAfter(5000)]
    public void Matches_HostilePattern_EndsSoon()
    {
        var rule = new RobotsRule(Allow: false, RobotsPath.OfPattern("/" + string.Concat(Enumerable.Repeat("a*", 1000)) + "b$"));

        Assert.That(rule.Matches("/" + new string('a', 8000)), Is.False);
    }
}
