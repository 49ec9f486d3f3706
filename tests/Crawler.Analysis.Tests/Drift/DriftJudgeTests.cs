using Crawler.Analysis.Drift;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Analysis.Tests.Drift;

internal sealed class DriftJudgeTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private static readonly SiteDefinition Site = new()
    {
        Id = "market",
        Name = "Market",
        Home = new Uri("https://market.example/"),
        Languages = ["nl"],
        Version = 3,
        Search = new SearchDefinition
        {
            Url = "/s?q={query}",
            Rows = ["li.ad"],
            Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal)
            {
                ["title"] = [new FieldRule { Select = "h2" }],
                ["price"] = [new FieldRule { Select = ".price" }],
                ["location"] = [new FieldRule { Select = ".place" }],
                ["currency"] = [new FieldRule { Value = "EUR" }],
            },
            NextPage = [new FieldRule { Select = "a.next", Attribute = "href" }],
        },
    };

    [Test]
    public void Judge_AsEverNights_IsHealthy() => Assert.That(Judge([Page()], After(Page())).Condition, Is.EqualTo(SiteCondition.Healthy));

    [Test]
    public void Judge_RowRuleFitsNothing_IsDriftedThoughEveryRowWasSaved()
    {
        var health = Judge([Page(byDefinition: 0, tier: "pattern")]);

        Assert.That(health.Condition, Is.EqualTo(SiteCondition.Drifted));
        Assert.That(health.Changes[0].Field, Is.EqualTo("rows"));
        Assert.That(health.Changes[0].OldRule, Is.EqualTo("li.ad"));
        Assert.That(health.Rows, Is.EqualTo(20));
        Assert.That(health.Url, Is.EqualTo("https://market.example/s?q=0"));
    }

    [Test]
    public void Judge_PriceReadByOtherMeansOnTheFirstNight_IsDrifted()
    {
        var health = Judge([Page(fields: f => f["price"] = Tier("pattern", 18))]);

        Assert.That(health.Condition, Is.EqualTo(SiteCondition.Drifted));
        Assert.That(health.Changes.Single(), Has.Property(nameof(SiteChange.Field)).EqualTo("search.price").And.Property(nameof(SiteChange.OldRule)).EqualTo(".price"));
    }

    [Test]
    public void Judge_PriceNowhereOnTheFirstNight_IsNotCalledDrift() =>
        Assert.That(Judge([Page(fields: f => f.Remove("price"))]).Condition, Is.EqualTo(SiteCondition.Healthy));

    [Test]
    public void Judge_PriceNowhereAfterNightsWithPrices_IsDrifted()
    {
        var health = Judge([Page(fields: f => f.Remove("price"))], After(Page()));

        Assert.That(health.Condition, Is.EqualTo(SiteCondition.Drifted));
        Assert.That(health.Changes.Single(), Has.Property(nameof(SiteChange.FillBefore)).EqualTo(1).And.Property(nameof(SiteChange.FillNow)).EqualTo(0));
    }

    [TestCase(20, 17, SiteCondition.Healthy)]
    [TestCase(20, 11, SiteCondition.Healthy)]
    [TestCase(20, 3, SiteCondition.Drifted)]
    [TestCase(2, 0, SiteCondition.Healthy, Description = "two rows prove nothing")]
    public void Judge_PlaceInFewerRowsThanUsual_IsDriftOnlyBeyondChance(int rows, int places, SiteCondition expected)
    {
        var page = Page(rows, fields: f => f["location"] = Tier("definition", places));

        Assert.That(Judge([page], After(Page(fields: f => f["location"] = Tier("definition", 18)))).Condition, Is.EqualTo(expected));
    }

    [Test]
    public void Judge_FillBelowTheFloorOfTheDefinition_IsDriftedWithoutAnyHistory()
    {
        var site = Site with { Health = new HealthFloors { Fill = new Dictionary<string, double>(StringComparer.Ordinal) { ["location"] = 0.9 } } };

        var health = Judge([Page(fields: f => f["location"] = Tier("definition", 8))], site: site);

        Assert.That(health.Condition, Is.EqualTo(SiteCondition.Drifted));
        Assert.That(health.Changes.Single().Reason, Does.Contain("floor of 90 %"));
    }

    [Test]
    public void Judge_StructuredDataThatEveryPageCarriedIsGone_IsDrifted()
    {
        var health = Judge([Page()], After(Page() with { Sources = ["jsonld"] }, Page() with { Sources = ["jsonld"] }));

        Assert.That(health.Condition, Is.EqualTo(SiteCondition.Drifted));
        Assert.That(health.Changes.Single().Field, Is.EqualTo("search.jsonld"));
    }

    [Test]
    public void Judge_DriftedNights_AreNotWhatLaterOnesAreComparedWith()
    {
        var history = After(Page());
        for (int night = 0; night < 40; night++)
        {
            var drifted = Profile($"d{night}", [Page(fields: f => f.Remove("price"))], Night.AddHours(-23 + (night * 0.5))) with { Condition = SiteCondition.Drifted };
            history = history.With(drifted);
        }

        Assert.That(history.Sweeps, Has.Count.EqualTo(SiteHistory.Latest + 1), "the healthy night is remembered beyond the limit");
        Assert.That(Judge([Page(fields: f => f.Remove("price"))], history).Condition, Is.EqualTo(SiteCondition.Drifted));
    }

    [TestCase(OutcomeKind.Blocked, SiteCondition.Blocked)]
    [TestCase(OutcomeKind.Captcha, SiteCondition.Captcha)]
    [TestCase(OutcomeKind.ConsentWall, SiteCondition.Consent)]
    [TestCase(OutcomeKind.LoginRequired, SiteCondition.Login)]
    [TestCase(OutcomeKind.Drifted, SiteCondition.Drifted)]
    [TestCase(OutcomeKind.SoftNotFound, SiteCondition.Gone)]
    [TestCase(OutcomeKind.Timeout, SiteCondition.Unreachable)]
    public void Judge_SearchesEndedSo_IsTheSitesCondition(OutcomeKind outcome, SiteCondition expected)
    {
        SweepJob[] jobs = [Job(0, new JobOutcome { Kind = outcome, Detail = "the marker", Url = "https://market.example/s?q=0" }, JobState.Failed)];

        var health = DriftJudge.Judge(Site, SweepProfiles.Of("now", Site, jobs, Night), After(Page()), jobs);

        Assert.That(health.Condition, Is.EqualTo(expected));
        Assert.That(health.Detail, Is.EqualTo("the marker"));
    }

    [Test]
    public void Judge_NothingMatchesAfterNightsWithRows_IsEmptyAndSaysSo()
    {
        SweepJob[] jobs = [Job(0, new JobOutcome { Kind = OutcomeKind.Empty }, JobState.Done), Job(1, new JobOutcome { Kind = OutcomeKind.Empty }, JobState.Done)];

        var health = DriftJudge.Judge(Site, SweepProfiles.Of("now", Site, jobs, Night), After(Page()), jobs);

        Assert.That(health.Condition, Is.EqualTo(SiteCondition.Empty));
        Assert.That(health.Detail, Is.EqualTo("nothing matched tonight; on 2026-02-28 there were 20 rows"));
        Assert.That(health.Changes, Is.Empty);
    }

    [Test]
    public void Of_TheSameJobsTwice_ComesToTheSameHistory()
    {
        var history = After(Page());
        var again = history.With(Profile("n0", [Page()], Night.AddDays(-1)) with { Condition = SiteCondition.Healthy });

        Assert.That(System.Text.Json.JsonSerializer.Serialize(again), Is.EqualTo(System.Text.Json.JsonSerializer.Serialize(history)));
    }

    [Test]
    public void IsSuspect_PageWithoutRowsBeyondTheFirst_IsTheEndOfTheList()
    {
        Assert.That(DriftJudge.IsSuspect(Site, Page() with { Rows = 0, Unexplained = true }, detail: false, history: null), Is.False);
        Assert.That(DriftJudge.IsSuspect(Site, Page() with { Rows = 0 }, detail: false, history: null), Is.True);
        Assert.That(DriftJudge.IsSuspect(Site, Page(), detail: false, history: null), Is.False);
    }

    private static SiteHealth Judge(PageProfile[] pages, SiteHistory? history = null, SiteDefinition? site = null) =>
        DriftJudge.Judge(site ?? Site, Profile("now", pages, Night), history, Jobs(pages));

    private static SiteHistory After(params PageProfile[] nights) => nights.Index().Aggregate(
        new SiteHistory { SiteId = Site.Id },
        (history, night) => history.With(Profile($"n{night.Index}", [night.Item], Night.AddDays(-1 - night.Index)) with { Condition = SiteCondition.Healthy }));

    private static SweepProfile Profile(string sweep, PageProfile[] pages, DateTimeOffset at) => SweepProfiles.Of(sweep, Site, Jobs(pages), at);

    private static SweepJob[] Jobs(PageProfile[] pages) =>
        [.. pages.Index().Select(p => Job(p.Index, new JobOutcome { Kind = OutcomeKind.Ok, Url = $"https://market.example/s?q={p.Index}", Rows = p.Item.Rows, Page = p.Item }, JobState.Done))];

    private static SweepJob Job(int number, JobOutcome outcome, JobState state) => new()
    {
        Id = $"job-{number}",
        SweepId = "now",
        WatchListId = "list",
        SiteId = Site.Id,
        Kind = JobKind.Search,
        State = state,
        CreatedAt = Night,
        DueAt = Night,
        Outcome = outcome,
    };

    private static PageProfile Page(int rows = 20, int? byDefinition = null, string tier = "definition", Action<Dictionary<string, IReadOnlyDictionary<string, int>>>? fields = null)
    {
        var filled = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal) { ["title"] = Tier(tier, rows), ["price"] = Tier(tier, rows), ["location"] = Tier(tier, rows) };
        fields?.Invoke(filled);
        return new PageProfile { DefinitionVersion = 3, Rows = rows, RowsByDefinition = byDefinition ?? rows, Fields = filled };
    }

    private static Dictionary<string, int> Tier(string tier, int count) => new(StringComparer.Ordinal) { [tier] = count };
}
