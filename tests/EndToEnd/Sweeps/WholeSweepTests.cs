using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Practice;
using Crawler.Storage.Blobs;
using Crawler.TrainingGround;
using EndToEnd.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Sweeps;

/// <summary>The practice list swept over all six sites, again over an unchanged world, and once more after the world has changed.</summary>
[Category("Browser")]
[NonParallelizable] // measures paces: a request that waits for a processor longer than PaceRules.ArrivalAllowance seems to come too late, and the next one too soon
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class WholeSweepTests
{
    private PracticeServices _services = null!;
    private WorldChange _change = null!;
    private Snapshot _first = null!;
    private Snapshot _second = null!;
    private Snapshot _third = null!;
    private PracticeScore _score = null!;
    private Truth _truth = null!;

    [OneTimeSetUp]
    public async Task SweepThreeTimesAsync()
    {
        _services = await PracticeServices.StartAsync();
        _truth = _services.World.Ground.Truth;
        _first = await SweepAsync();
        _score = await PracticeScore.MeasureAsync(_services.Store, _truth, CancellationToken.None);
        _second = await SweepAsync();
        _change = await _services.World.Ground.ChangeAsync(20, 10, CancellationToken.None);
        _third = await SweepAsync();
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Test]
    public void FirstSweep_FindsWhatTheTermsShouldFind()
    {
        Assert.That(_first.Sweep.Sites.Sum(s => s.ListingsNew), Is.GreaterThanOrEqualTo(300));
        Assert.That(_first.Sweep.Sites.Select(s => s.ListingsNew), Has.All.GreaterThan(0));
        Assert.That(_score.Recall, Is.GreaterThanOrEqualTo(0.98), _score.ToString());
        Assert.That(_score.Precision, Is.GreaterThanOrEqualTo(0.98), _score.ToString());
    }

    [Test]
    public void FirstSweep_ReadsPricesAndTitlesAsTheyAre()
    {
        var truth = _truth.Adverts.Where(a => a.Expected).ToDictionary(a => (a.SiteId, a.Id));
        var pairs = _first.Listings
            .Where(l => l.SiteListingId is not null && truth.ContainsKey((l.SiteId, l.SiteListingId)))
            .Select(l => (Listing: l, Advert: truth[(l.SiteId, l.SiteListingId!)])).ToList();

        var wrongPrices = pairs.Where(p => p.Advert.PriceIn == "field" && (p.Listing.Price?.Amount != p.Advert.Price || !SameCurrency(p.Listing, p.Advert)))
            .ToList();
        var wrongTitles = pairs.Where(p => p.Listing.SiteId != "tg-social" && p.Listing.Title != p.Advert.Title).ToList();

        Assert.That(pairs, Has.Count.GreaterThanOrEqualTo(300));
        Assert.That(
            wrongPrices.Select(p => $"{p.Advert.Url}: {p.Advert.Price} {p.Advert.Currency}, read {p.Listing.Price}").ToList(),
            Has.Count.LessThan(pairs.Count * 0.02));
        Assert.That(wrongTitles.Select(p => $"{p.Advert.Url}: '{p.Advert.Title}', read '{p.Listing.Title}'").ToList(), Has.Count.LessThan(pairs.Count * 0.02));
    }

    [Test]
    public async Task AllSweeps_EveryListingHasItsEvidenceAndEveryFileItsHash()
    {
        var blobs = _services.Host.Services.GetRequiredService<IBlobStore>();
        var captures = (await _services.AllAsync(LedgerCollections.Captures)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var listing in _third.Listings)
        {
            Assert.That(captures, Does.ContainKey(listing.CaptureId), listing.Url);
        }

        foreach (var capture in captures.Values)
        {
            Assert.That(capture.Files.Select(f => f.Role), Is.SupersetOf(new[] { CaptureRole.Headers, CaptureRole.Body }));
            if (capture.Tier == "browser")
            {
                var screenshot = capture.Files.FirstOrDefault(f => f.Role is CaptureRole.Screenshot);
                Assert.That(screenshot, Is.Not.Null, capture.Id);
                var picture = await _services.PictureAsync(screenshot!.Sha256);
                Assert.That((picture.Width, picture.IsOneColour), Is.EqualTo((1280, false)), capture.Id);
            }

            foreach (var file in capture.Files)
            {
                await using var content = await blobs.OpenAsync(file.Sha256, CancellationToken.None);
                Assert.That(content, Is.Not.Null);
                await content!.CopyToAsync(Stream.Null);
            }
        }

        Assert.That(captures.Values.Select(c => c.Tier).Distinct(), Is.EquivalentTo(new[] { "http", "browser" }));
    }

    [Test]
    public void SecondSweep_UnchangedWorld_AddsNothing()
    {
        Assert.That(_second.Sweep.Sites.Sum(s => s.ListingsNew + s.ListingsChanged + s.ListingsGone), Is.Zero);
        Assert.That(_second.Listings, Has.Count.EqualTo(_first.Listings.Count));
        Assert.That(_second.Observations, Has.Count.EqualTo(_first.Observations.Count));
        Assert.That(_second.Listings.Select(l => l.LastSweepId), Has.All.EqualTo(_second.Sweep.Id));
    }

    [Test]
    public void ThirdSweep_AfterTwentyPricesAndTenRemovals_ObservesExactlyThose()
    {
        var before = _second.Observations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var fresh = _third.Observations.Where(o => !before.Contains(o.Id)).ToList();
        var listings = _third.Listings.ToDictionary(l => l.Id, StringComparer.Ordinal);

        Assert.That(
            fresh.Where(o => o.Kind is ObservationKind.Price).Select(o => (o.SiteId, listings[o.ListingId].SiteListingId, o.Price!.Amount)),
            Is.EquivalentTo(_change.Prices.Select(p => (p.SiteId, (string?)p.AdvertId, (decimal?)p.NewPrice))));
        Assert.That(
            fresh.Where(o => o.Kind is ObservationKind.Gone).Select(o => (o.SiteId, listings[o.ListingId].SiteListingId)),
            Is.EquivalentTo(_change.Removed.Select(r => (r.SiteId, (string?)r.AdvertId))));
        Assert.That(_change.Prices, Has.Count.EqualTo(20));
        Assert.That(_change.Removed, Has.Count.EqualTo(10));
        Assert.That(fresh, Has.Count.EqualTo(30));
    }

    [Test]
    public void AllSweeps_AskedNoHostFasterThanItsPaceAndNothingForbidden() => Politeness.Check(_services.World);

    private static bool SameCurrency(Listing listing, TruthAdvert advert) =>
        advert.Price is null or 0 || listing.Price?.Currency == advert.Currency || (advert.Currency == "BTC" && listing.Price?.Currency == "XBT");

    private async Task<Snapshot> SweepAsync()
    {
        var sweep = await _services.SweepAsync(_services.World.WatchList(TimeProvider.System.GetUtcNow()));
        return new Snapshot(sweep, await _services.ListingsAsync(), await _services.AllAsync(LedgerCollections.Observations));
    }

    private sealed record Snapshot(Sweep Sweep, IReadOnlyList<Listing> Listings, IReadOnlyList<Observation> Observations);
}
