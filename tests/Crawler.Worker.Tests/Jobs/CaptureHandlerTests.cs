using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Jobs;

internal sealed class CaptureHandlerTests
{
    private const string Url = "http://127.0.0.1:9/ad/1";
    private JobBench _bench = null!;

    [SetUp]
    public async Task OpenAsync() => _bench = await JobBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task HandleAsync_AdvertWithATerm_KeepsEvidenceListingAndObservation()
    {
        LayDown("Beeldje", "Oud ivoor, handwerk", 450);

        var verdict = await RunAsync("sweep-1");

        Assert.That(verdict.Outcome.Result, Is.EqualTo(CaptureResult.New));
        var listing = (await _bench.AllAsync(LedgerCollections.Listings)).Single();
        Assert.That(listing.Hits.Single().Found, Is.EqualTo("ivoor"));
        Assert.That(listing.WatchListIds, Is.EqualTo(new[] { "list" }));
        var capture = await _bench.GetAsync(LedgerCollections.Captures, listing.CaptureId);
        Assert.That(capture!.Files.Select(f => f.Role), Is.EquivalentTo(new[] { CaptureRole.Headers, CaptureRole.Body, CaptureRole.Image }));
        foreach (var file in capture.Files)
        {
            Assert.That(await _bench.Blobs.ExistsAsync(file.Sha256, CancellationToken.None), Is.True);
        }

        Assert.That(listing.Images.Single().Sha256, Is.EqualTo(capture.Files.Single(f => f.Role is CaptureRole.Image).Sha256));
        Assert.That((await _bench.AllAsync(LedgerCollections.Observations)).Single().Kind, Is.EqualTo(ObservationKind.Appeared));
        Assert.That((await _bench.AllAsync(LedgerCollections.Sellers)).Single().Handle, Is.EqualTo("piet"));
    }

    [Test]
    public async Task HandleAsync_AdvertWithoutATerm_KeepsOnlyItsFingerprint()
    {
        LayDown("Fiets", "Blauwe damesfiets", 80);

        var verdict = await RunAsync("sweep-1");

        Assert.That(verdict.Outcome.Result, Is.EqualTo(CaptureResult.NotRelevant));
        Assert.That(await _bench.AllAsync(LedgerCollections.Listings), Is.Empty);
        Assert.That(await _bench.AllAsync(LedgerCollections.Captures), Is.Empty);
        Assert.That(await _bench.AllAsync(LedgerCollections.SeenRows), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_PriceChanged_ObservesIt()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");
        LayDown("Beeldje", "ivoor", 400);

        var verdict = await RunAsync("sweep-2");

        Assert.That((verdict.Outcome.Result, verdict.Outcome.Observations), Is.EqualTo((CaptureResult.Changed, 1)));
        var seen = (await _bench.AllAsync(LedgerCollections.Observations)).Single(o => o.Kind is ObservationKind.Price);
        Assert.That((seen.Before, seen.After), Is.EqualTo(("€ 450", "€ 400")));
    }

    [Test]
    public async Task HandleAsync_InterruptedAfterObservationsAndDoneAgain_DoublesNothing()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");
        _bench.Clock.Advance(TimeSpan.FromMinutes(2));

        await RunAsync("sweep-1");

        Assert.That(await _bench.AllAsync(LedgerCollections.Listings), Has.Count.EqualTo(1));
        Assert.That(await _bench.AllAsync(LedgerCollections.Observations), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_KnownAdvertIs404_IsGoneWithEvidence()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");
        _bench.Web.Answer(Url, new FetchOutcome.Missing(OutcomeKind.NotFound, PlayedWeb.Page(Url, "weg", status: 404)));

        var verdict = await RunAsync("sweep-2", CaptureReason.Recheck);

        Assert.That(verdict.Outcome.Result, Is.EqualTo(CaptureResult.Gone));
        var listing = (await _bench.AllAsync(LedgerCollections.Listings)).Single();
        Assert.That(listing.Availability, Is.EqualTo(Availability.Gone));
        Assert.That((await _bench.GetAsync(LedgerCollections.Captures, listing.CaptureId))!.HttpStatus, Is.EqualTo(404));
        Assert.That((await _bench.AllAsync(LedgerCollections.Observations)).Count(o => o.Kind is ObservationKind.Gone), Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task HandleAsync_Unreadable_IsTriedAgainWhenTimeRanOut(bool outOfTime)
    {
        LayDown("Beeldje", "ivoor", 450);
        _bench.Reader.Details["advert"] = new DetailReading { State = OutcomeKind.Unreadable, OutOfTime = outOfTime };

        var verdict = await RunAsync("sweep-1");

        Assert.That(verdict, Is.TypeOf<JobVerdict.Failed>().With.Property(nameof(JobVerdict.Failed.Transient)).EqualTo(outOfTime));
        Assert.That(verdict.Outcome.Kind, Is.EqualTo(OutcomeKind.Unreadable));
    }

    [Test]
    public async Task HandleAsync_PageSaysRemoved_IsGone()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");
        _bench.Reader.Details["advert"] = new DetailReading { State = OutcomeKind.Gone, StateDetail = "no longer available" };

        Assert.That((await RunAsync("sweep-2")).Outcome.Result, Is.EqualTo(CaptureResult.Gone));
    }

    [Test]
    public async Task HandleAsync_UnknownAdvertIs404_LeavesNothing()
    {
        _bench.Web.Answer(Url, new FetchOutcome.Missing(OutcomeKind.NotFound, PlayedWeb.Page(Url, "weg", status: 404)));

        var verdict = await RunAsync("sweep-1");

        Assert.That(verdict, Is.TypeOf<JobVerdict.Done>());
        Assert.That(await _bench.AllAsync(LedgerCollections.Listings), Is.Empty);
    }

    [Test]
    public async Task HandleAsync_NotModified_MarksItSeen()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");
        _bench.Web.Answer(Url, new FetchOutcome.NotModified(new Uri(Url)));

        var verdict = await RunAsync("sweep-2", CaptureReason.Recheck);

        Assert.That(verdict.Outcome.Result, Is.EqualTo(CaptureResult.Unchanged));
        Assert.That((await _bench.AllAsync(LedgerCollections.Listings)).Single().LastSweepId, Is.EqualTo("sweep-2"));
    }

    [Test]
    public async Task HandleAsync_NotModifiedButTheListHasOtherTerms_IsJudgedByThem()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");
        _bench.Web.Answer(Url, new FetchOutcome.NotModified(new Uri(Url)));

        await RunAsync("sweep-2", CaptureReason.Recheck, "beeldje");

        Assert.That((await _bench.AllAsync(LedgerCollections.Listings)).Single().Hits.Select(h => h.Term), Is.EqualTo(new[] { "beeldje" }));
    }

    [Test]
    public async Task HandleAsync_Stored_GivesTheListingAsItStandsInTheStore()
    {
        LayDown("Beeldje", "ivoor", 450);

        var verdict = (JobVerdict.Done)await RunAsync("sweep-1");

        Assert.That(verdict.Stored!.Id, Is.EqualTo((await _bench.AllAsync(LedgerCollections.Listings)).Single().Id));
        Assert.That(await _bench.GetAsync(LedgerCollections.Captures, verdict.Stored.CaptureId), Is.Not.Null);
    }

    [Test]
    public async Task HandleAsync_ImageStoredBefore_IsNotAskedForAgain()
    {
        LayDown("Beeldje", "ivoor", 450);
        await RunAsync("sweep-1");

        await RunAsync("sweep-2", CaptureReason.Changed);

        Assert.That(_bench.Web.Asked.Count(u => u.EndsWith(".png", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_CaptchaInsteadOfTheAdvert_FailsByNameAndKeepsNothing()
    {
        _bench.Web.AnswerPage(Url, "advert");
        _bench.Reader.Details["advert"] = new DetailReading { State = OutcomeKind.Captcha };

        var verdict = await RunAsync("sweep-1");

        Assert.That(verdict, Is.TypeOf<JobVerdict.Failed>());
        Assert.That(verdict.Outcome.Kind, Is.EqualTo(OutcomeKind.Captcha));
        Assert.That(await _bench.AllAsync(LedgerCollections.Listings), Is.Empty);
    }

    private void LayDown(string title, string text, decimal price)
    {
        _bench.Web.AnswerPage(Url, "advert");
        _bench.Web.AnswerPage("http://127.0.0.1:9/1.png", "PNG bytes", "image/png");
        _bench.Reader.Details["advert"] = new DetailReading
        {
            State = OutcomeKind.Ok,
            Title = title,
            Description = text,
            Price = JobBench.Row("1", title, price).Price,
            Images = ["http://127.0.0.1:9/1.png"],
            Seller = new SellerMention { Handle = "piet" },
        };
    }

    private async Task<JobVerdict> RunAsync(string sweepId, CaptureReason reason = CaptureReason.New, params string[] terms)
    {
        var target = new CaptureTarget
        {
            ListingId = Listing.IdFor(JobBench.Site.Id, "1"),
            SiteListingId = "1",
            Url = Url,
            Reason = reason,
            Row = reason is CaptureReason.Recheck ? null : JobBench.Row("1", "row"),
        };
        return await _bench.Capture.HandleAsync(
            await _bench.ClaimedAsync(JobBench.CaptureJob(target, sweepId), JobBench.Sweep(sweepId, terms)), CancellationToken.None);
    }
}
