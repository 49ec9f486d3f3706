using System.Net;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class SweepsApiTests : ConsoleFixture
{
    [Test]
    public async Task Find_ByState_AnswersOnlyThose()
    {
        var page = await GetAsync("api/v1/sweeps?state=cancelled");

        Assert.That(page["items"]!.AsArray().Select(i => i!["state"]!.GetValue<string>()), Is.EqualTo(new[] { "cancelled" }));
    }

    [Test]
    public async Task Get_OfASweepWithGaps_ReportsWhatWasNotSeenAndWhy()
    {
        var detail = await GetAsync($"api/v1/sweeps/{ConsoleSeed.SweepId(0)}");

        var gaps = detail["coverage"]!["gaps"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(detail["coverage"]!["complete"]!.GetValue<bool>(), Is.False);
            Assert.That(detail["coverage"]!["pagesNotSeen"]!.GetValue<int>(), Is.EqualTo(12));
            Assert.That(gaps.Select(g => g!["notSeen"]!["outcome"]!.GetValue<string>()), Is.EquivalentTo(new[] { "throttled", "drifted", "loginRequired" }));
            Assert.That(gaps.Select(g => g!["notSeen"]!["reason"]!.GetValue<string>()), Has.All.Not.Empty);
        }
    }

    [Test]
    public async Task Get_OfARunningSweep_CountsTheLedgerAsItIsNow()
    {
        var sweep = await StartAsync();
        await AddJobAsync(sweep, "zolder", 1, JobState.Done, OutcomeKind.Ok);
        await AddJobAsync(sweep, "zolder", 2, JobState.Pending, null);
        await AddJobAsync(sweep, "kram", 1, JobState.Failed, OutcomeKind.Blocked);

        var detail = await GetAsync($"api/v1/sweeps/{sweep.Id}");
        var notSeen = (await GetAsync($"api/v1/sweeps/{sweep.Id}/not-seen")).AsArray();

        var zolder = detail["sweep"]!["sites"]!.AsArray().Single(s => s!["siteId"]!.GetValue<string>() == "zolder")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(zolder["jobs"]!["done"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(zolder["jobs"]!["pending"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(detail["coverage"]!["gaps"]![0]!["siteId"]!.GetValue<string>(), Is.EqualTo("kram"));
            Assert.That(notSeen.Select(j => j!["siteId"]!.GetValue<string>()), Is.EqualTo(new[] { "kram" }));
        }
    }

    [Test]
    public async Task Cancel_OfARunningSweep_IsAccepted()
    {
        var sweep = await StartAsync();

        using var response = await Desk.Http.PostAsync(new Uri($"api/v1/sweeps/{sweep.Id}/cancel", UriKind.Relative), null);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [Test]
    public Task Cancel_OfAnEndedSweep_IsAConflict() =>
        ProblemAsync(new HttpRequestMessage(HttpMethod.Post, $"api/v1/sweeps/{ConsoleSeed.SweepId(1)}/cancel"), HttpStatusCode.Conflict);

    [TestCase("state=tired", "state", "planned, running, finished, cancelled")]
    [TestCase("limit=1000", "limit", "1 to 200")]
    [TestCase("after=x", "after", "first page")]
    public async Task Find_WithABadParameter_NamesItAndWhatIsValid(string parameters, string name, string valid)
    {
        var problem = await ProblemAsync($"api/v1/sweeps?{parameters}", HttpStatusCode.BadRequest);

        Assert.That(problem["errors"]![name]?[0]?.GetValue<string>(), Does.Contain(valid));
    }

    private async Task<Sweep> StartAsync()
    {
        var at = ConsoleSeed.Now.AddHours(TestContext.CurrentContext.Random.Next(1, 100_000));
        var sweep = new Sweep
        {
            Id = Sweep.IdFor(ConsoleSeed.Medicines.Id, at),
            WatchListId = ConsoleSeed.Medicines.Id,
            WatchList = ConsoleSeed.Medicines,
            Trigger = SweepTrigger.Manual,
            ScheduledFor = at,
            StartedAt = at,
            State = SweepState.Running,
            Sites = [new SiteSweep { SiteId = "zolder" }, new SiteSweep { SiteId = "kram" }],
        };
        await Desk.Store.InsertIfAbsentAsync(LedgerCollections.Sweeps, sweep, CancellationToken.None);
        return sweep;
    }

    private Task AddJobAsync(Sweep sweep, string site, int page, JobState state, OutcomeKind? outcome) => Desk.Store.InsertIfAbsentAsync(
        LedgerCollections.Jobs,
        new SweepJob
        {
            Id = SweepJob.SearchId(sweep.Id, site, "pills", page),
            SweepId = sweep.Id,
            WatchListId = sweep.WatchListId,
            SiteId = site,
            Kind = JobKind.Search,
            State = state,
            CreatedAt = sweep.ScheduledFor,
            DueAt = sweep.ScheduledFor,
            Search = new SearchTarget { Query = "pills", Page = page },
            Outcome = outcome is { } kind ? new JobOutcome { Kind = kind } : null,
        },
        CancellationToken.None);
}
