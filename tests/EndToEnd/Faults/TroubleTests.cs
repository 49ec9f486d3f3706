using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.TrainingGround;
using EndToEnd.Support;

namespace EndToEnd.Faults;

/// <summary>Every way a site can misbehave ends as its own outcome in the sweep's report; none looks like "no results", none ends the worker.</summary>
[Category("Browser")]
[NonParallelizable] // measures paces: a request that waits for a processor longer than PaceRules.ArrivalAllowance seems to come too late, and the next one too soon
internal sealed class TroubleTests
{
    private static readonly TestCaseData[] Lasting =
    [
        Case("tg-markt", new Trouble { Mode = TroubleMode.Throttle, RetryAfter = TimeSpan.FromSeconds(1) }, OutcomeKind.Throttled),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Burst503, First = 10_000, RetryAfter = TimeSpan.Zero }, OutcomeKind.ServerError),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Slow, Delay = TimeSpan.FromSeconds(30) }, OutcomeKind.Timeout),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Consent }, OutcomeKind.ConsentWall),
        Case("tg-shop", new Trouble { Mode = TroubleMode.Consent }, OutcomeKind.ConsentWall),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Login, Variant = "redirect" }, OutcomeKind.LoginRequired),
        Case("tg-social", new Trouble { Mode = TroubleMode.Login }, OutcomeKind.LoginRequired),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Captcha, Variant = "interstitial" }, OutcomeKind.Captcha),
        Case("tg-shop", new Trouble { Mode = TroubleMode.Captcha, Variant = "recaptcha" }, OutcomeKind.Captcha),
        Case("tg-onion", new Trouble { Mode = TroubleMode.Captcha, Variant = "slider" }, OutcomeKind.Captcha),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Refuse }, OutcomeKind.Blocked),
        Case("tg-markt", new Trouble { Mode = TroubleMode.SoftNotFound }, OutcomeKind.SoftNotFound),
        Case("tg-markt", new Trouble { Mode = TroubleMode.RedirectLoop }, OutcomeKind.RedirectLoop),
        Case("tg-markt", new Trouble { Mode = TroubleMode.HugeBody }, OutcomeKind.TooLarge),
        Case("tg-markt", new Trouble { Mode = TroubleMode.Reset }, OutcomeKind.NetworkError),
    ];

    private static readonly TestCaseData[] Survived =
    [
        new TestCaseData("tg-markt", new Trouble { Mode = TroubleMode.Burst503, First = 2, RetryAfter = TimeSpan.FromSeconds(1) })
            .SetName("Burst503_ThenFine"),
        new TestCaseData("tg-markt", new Trouble { Mode = TroubleMode.Throttle, First = 2, RetryAfter = TimeSpan.FromSeconds(1) })
            .SetName("Throttle_ThenFine"),
        new TestCaseData("tg-markt", new Trouble { Mode = TroubleMode.Slow, Delay = TimeSpan.FromMilliseconds(400) }).SetName("Slow_WithinTheTimeOut"),
        new TestCaseData("tg-markt", new Trouble { Mode = TroubleMode.WrongCharset }).SetName("WrongCharset"),
        new TestCaseData("tg-markt", new Trouble { Mode = TroubleMode.BrokenHtml }).SetName("BrokenHtml"),
        new TestCaseData("tg-markt", new Trouble { Mode = TroubleMode.Reset, First = 1 }).SetName("Reset_ThenFine"),
    ];

    [TestCaseSource(nameof(Lasting))]
    public async Task Sweep_SiteInLastingTrouble_NamesIt(string siteId, Trouble trouble, OutcomeKind expected)
    {
        await using var services = await PracticeServices.StartAsync(site => site.Id == siteId && expected is OutcomeKind.Timeout ? Hurried(site) : site);
        services.World.Ground.SetTrouble(siteId, trouble);

        var sweep = await services.SweepAsync(services.ShortList(siteId, "tg-forum"));

        var troubled = sweep.Sites.Single(s => s.SiteId == siteId);
        Assert.That(troubled.Outcome, Is.EqualTo(expected));
        Assert.That(troubled.NotSeen.Select(n => n.Outcome), Does.Contain(expected));
        Assert.That(troubled.NotSeen.Select(n => n.Reason), Has.All.Not.Empty);
        Assert.That(sweep.Sites.Single(s => s.SiteId == "tg-forum").ListingsNew, Is.GreaterThan(0), "the other site is not held up");
        Politeness.Check(services.World, siteId, "tg-forum");
    }

    [TestCaseSource(nameof(Survived))]
    public async Task Sweep_SiteInPassingTrouble_SeesEverything(string siteId, Trouble trouble)
    {
        await using var services = await PracticeServices.StartAsync();
        services.World.Ground.SetTrouble(siteId, trouble);
        var list = services.ShortList(siteId);

        var sweep = await services.SweepAsync(list);

        var part = sweep.Sites.Single();
        Assert.That(part.ListingsNew, Is.GreaterThan(0));
        Assert.That(part.NotSeen.Where(n => n.Outcome is not (OutcomeKind.RobotsDisallowed or OutcomeKind.LimitReached)), Is.Empty);
        var truth = services.World.Ground.Truth.Adverts.Where(a => a.SiteId == siteId).ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var listing in await services.ListingsAsync())
        {
            Assert.That(listing.Title, Is.EqualTo(truth[listing.SiteListingId!].Title), "read right, accents and all");
        }
    }

    [Test]
    public async Task Sweep_RetryAfter_IsHonoured()
    {
        await using var services = await PracticeServices.StartAsync();
        services.World.Ground.SetTrouble("tg-markt", new Trouble { Mode = TroubleMode.Throttle, First = 1, RetryAfter = TimeSpan.FromSeconds(3) });

        await services.SweepAsync(services.ShortList("tg-markt"));

        var asked = services.World.Ground.Requests.Where(r => r.SiteId == "tg-markt").OrderBy(r => r.Number).ToList();
        int refused = asked.FindIndex(r => r.Status == 429);
        Assert.That(refused, Is.GreaterThanOrEqualTo(0));
        Assert.That(asked[refused + 1].At - asked[refused].At, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(3)));
    }

    /// <summary>
    /// The site keeps every page back until the time-out; no test needs to wait for all of it. The others get all their time, because the machine may be
    /// busy.
    /// </summary>
    private static SiteDefinition Hurried(SiteDefinition site) => site with { Fetch = site.Fetch with { Timeout = TimeSpan.FromSeconds(2) } };

    private static TestCaseData Case(string siteId, Trouble trouble, OutcomeKind expected) =>
        new TestCaseData(siteId, trouble, expected).SetName($"{trouble.Mode}{(trouble.Variant is { } v ? "_" + v : "")}_On_{siteId}");
}
