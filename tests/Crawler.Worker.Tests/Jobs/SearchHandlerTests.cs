using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Jobs;

internal sealed class SearchHandlerTests
{
    private const string First = "http://127.0.0.1:9/s?q=ivoor&p=1";
    private JobBench _bench = null!;

    [SetUp]
    public async Task OpenAsync() => _bench = await JobBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task HandleAsync_NewRows_PlansACaptureForEach()
    {
        LayDown([JobBench.Row("1", "Ivoor beeld")]);

        var verdict = await RunAsync();

        Assert.That(verdict, Is.TypeOf<JobVerdict.Done>());
        Assert.That((verdict.Outcome.Rows, verdict.Outcome.RowsNew), Is.EqualTo((1, 1)));
        var planned = (await _bench.AllAsync(LedgerCollections.Jobs)).Single(j => j.Kind is JobKind.Capture);
        Assert.That(planned.State, Is.EqualTo(JobState.Pending));
        Assert.That(planned.Capture!.Reason, Is.EqualTo(CaptureReason.New));
        Assert.That(planned.Capture.Query, Is.EqualTo("ivoor"));
    }

    [Test]
    public async Task HandleAsync_DoneTwice_PlansOnce()
    {
        LayDown([JobBench.Row("1", "Ivoor beeld")]);
        await RunAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(2));

        await RunAsync();

        Assert.That((await _bench.AllAsync(LedgerCollections.Jobs)).Count(j => j.Kind is JobKind.Capture), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_NextLink_PlansTheNextPageAtThatAddress()
    {
        LayDown([JobBench.Row("1", "Ivoor")], next: "http://127.0.0.1:9/s?q=ivoor&page=two");

        await RunAsync();

        var next = (await _bench.AllAsync(LedgerCollections.Jobs)).Single(j => j.Search?.Page == 2);
        Assert.That(next.Search!.Url, Is.EqualTo("http://127.0.0.1:9/s?q=ivoor&page=two"));
    }

    [Test]
    public async Task HandleAsync_MorePagesThanTheListAllows_SaysSo()
    {
        LayDown([JobBench.Row("1", "Ivoor")], next: "http://127.0.0.1:9/next");
        _bench.Web.Answer("http://127.0.0.1:9/s?q=ivoor&p=3", Answer());

        var verdict = await RunAsync(page: 3);

        Assert.That(verdict.Outcome.MorePages, Is.True);
        Assert.That((await _bench.AllAsync(LedgerCollections.Jobs)).Any(j => j.Search?.Page == 4), Is.False);
    }

    [TestCase(OutcomeKind.Captcha)]
    [TestCase(OutcomeKind.ConsentWall)]
    [TestCase(OutcomeKind.LoginRequired)]
    [TestCase(OutcomeKind.Drifted)]
    public async Task HandleAsync_NotAResultPage_FailsByName(OutcomeKind state)
    {
        _bench.Web.Answer(First, Answer());
        _bench.Reader.Searches["page"] = new SearchReading { State = state, StateDetail = "marker" };

        var verdict = await RunAsync();

        Assert.That(verdict, Is.TypeOf<JobVerdict.Failed>());
        Assert.That(verdict.Outcome.Kind, Is.EqualTo(state));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task HandleAsync_Unreadable_IsTriedAgainWhenTimeRanOut(bool outOfTime)
    {
        _bench.Web.Answer(First, Answer());
        _bench.Reader.Searches["page"] = new SearchReading { State = OutcomeKind.Unreadable, OutOfTime = outOfTime };

        var verdict = await RunAsync();

        Assert.That(verdict, Is.TypeOf<JobVerdict.Failed>().With.Property(nameof(JobVerdict.Failed.Transient)).EqualTo(outOfTime));
        Assert.That(verdict.Outcome.Kind, Is.EqualTo(OutcomeKind.Unreadable));
    }

    [Test]
    public async Task HandleAsync_SiteSaysNothingFound_IsDone()
    {
        _bench.Web.Answer(First, Answer());
        _bench.Reader.Searches["page"] = new SearchReading { State = OutcomeKind.Empty };

        var verdict = await RunAsync();

        Assert.That(verdict, Is.TypeOf<JobVerdict.Done>());
        Assert.That(verdict.Outcome.Kind, Is.EqualTo(OutcomeKind.Empty));
    }

    [Test]
    public async Task HandleAsync_Throttled_IsPutOff()
    {
        var retryAt = JobBench.Night.AddSeconds(30);
        _bench.Web.Answer(First, new FetchOutcome.Throttled(retryAt, "429"));

        var verdict = await RunAsync();

        Assert.That(verdict, Is.TypeOf<JobVerdict.Postponed>());
        Assert.That(((JobVerdict.Postponed)verdict).DueAt, Is.EqualTo(retryAt));
    }

    [Test]
    public async Task HandleAsync_RobotsDisallowed_IsSkipped()
    {
        _bench.Web.Answer(First, new FetchOutcome.Failed(OutcomeKind.RobotsDisallowed, "robots.txt", Transient: false));

        Assert.That(await RunAsync(), Is.TypeOf<JobVerdict.Skipped>());
    }

    [Test]
    public async Task HandleAsync_KnownListingUnchanged_IsMarkedSeenWithoutACapture()
    {
        var row = JobBench.Row("1", "Ivoor beeld");
        await StoreAsync(row, "ivoor");
        LayDown([row]);

        var verdict = await RunAsync();

        Assert.That(verdict.Outcome.RowsUnchanged, Is.EqualTo(1));
        Assert.That((await _bench.AllAsync(LedgerCollections.Jobs)).Any(j => j.Kind is JobKind.Capture), Is.False);
        var listing = (await _bench.AllAsync(LedgerCollections.Listings)).Single();
        Assert.That(listing.LastSweepId, Is.EqualTo("sweep-1"));
        Assert.That(listing.WatchListIds, Is.EqualTo(new[] { "list" }));
    }

    [Test]
    public async Task HandleAsync_KnownListingWithAnotherPrice_IsCapturedAgain()
    {
        await StoreAsync(JobBench.Row("1", "Ivoor beeld", 100), "ivoor");
        LayDown([JobBench.Row("1", "Ivoor beeld", 90)]);

        var verdict = await RunAsync();

        Assert.That(verdict.Outcome.RowsChanged, Is.EqualTo(1));
        Assert.That((await _bench.AllAsync(LedgerCollections.Jobs)).Single(j => j.Kind is JobKind.Capture).Capture!.Reason, Is.EqualTo(CaptureReason.Changed));
    }

    private static FetchOutcome.Ok Answer() => new(PlayedWeb.Page(First, "page"));

    private void LayDown(IReadOnlyList<ListingRow> rows, string? next = null)
    {
        _bench.Web.Answer(First, Answer());
        _bench.Reader.Searches["page"] = new SearchReading { State = OutcomeKind.Ok, Rows = rows, NextPage = next is null ? null : new Uri(next) };
    }

    private async Task<JobVerdict> RunAsync(int page = 1) =>
        await _bench.Search.HandleAsync(await _bench.ClaimedAsync(JobBench.SearchJob(page), JobBench.Sweep()), CancellationToken.None);

    private async Task StoreAsync(ListingRow row, string text)
    {
        var listing = new Listing
        {
            Id = ListingIdentity.For(JobBench.Site, row.Id, new Uri(row.Url!)),
            SiteId = JobBench.Site.Id,
            Url = row.Url!,
            Title = row.Title!,
            Text = text,
            Price = row.Price,
            FirstSeenAt = JobBench.Night.AddDays(-1),
            LastSeenAt = JobBench.Night.AddDays(-1),
            LastSweepId = "earlier",
            CaptureId = "c",
            RowFingerprint = row.Fingerprint(),
        };
        await _bench.Store.InsertIfAbsentAsync(LedgerCollections.Listings, listing, CancellationToken.None);
    }
}
