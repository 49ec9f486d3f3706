using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;

namespace Crawler.Scheduler.Tests.Sweeps;

internal sealed class SweepAdvancerTests : StoreFixture
{
    private FakeWorld _world = new();

    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddSiteAsync("b");
        await AddListAsync("list", ["a", "b"], [Term("ivoor"), Term("tand")]);
        _world = new FakeWorld()
            .Shows("a", "ivoor", ["a1", "a2"], ["a3"])
            .Shows("a", "tand", ["a2", "a4"])
            .Shows("b", "ivoor", ["b1"]);
    }

    [Test]
    public async Task Advance_FirstSweep_EndsWithWhatWasFound()
    {
        await using var services = new TestServices(Store, Time);

        var sweep = await SweepOnceAsync(services);

        Assert.That(sweep.State, Is.EqualTo(SweepState.Finished));
        Assert.That(sweep.EndedAt, Is.EqualTo(Time.GetUtcNow()));
        Assert.That(
            sweep.Sites.Select(Line),
            Is.EqualTo(["a Ended Ok rows 5 new 4 unchanged 0 gone 0 jobs 7/7", "b Ended Ok rows 1 new 1 unchanged 0 gone 0 jobs 3/3"]));
        Assert.That(sweep.Sites.SelectMany(s => s.NotSeen), Is.Empty);
        Assert.That(services.Bus.Announced.Single(), Has.Property("ListingsNew").EqualTo(5).And.Property("NotSeen").EqualTo(0));
        Assert.That(sweep.AnnouncedAt, Is.Not.Null);
    }

    [Test]
    public async Task Advance_UnchangedWorld_FindsNothingNewAndRechecksNothing()
    {
        await using var services = new TestServices(Store, Time);
        await SweepOnceAsync(services);

        var sweep = await SweepOnceAsync(services);

        Assert.That(
            sweep.Sites.Select(Line),
            Is.EqualTo(["a Ended Ok rows 5 new 0 unchanged 4 gone 0 jobs 3/3", "b Ended Ok rows 1 new 0 unchanged 1 gone 0 jobs 2/2"]));
    }

    [Test]
    public async Task Advance_AdvertsDisappeared_AreRecheckedAndFoundGoneOnce()
    {
        await using var services = new TestServices(Store, Time);
        await SweepOnceAsync(services);
        _world.Removed.UnionWith(["a2", "b1"]);

        var second = await SweepOnceAsync(services);
        var third = await SweepOnceAsync(services);

        Assert.That(
            second.Sites.Select(Line),
            Is.EqualTo(["a Ended Ok rows 3 new 0 unchanged 3 gone 1 jobs 4/4", "b Ended Empty rows 0 new 0 unchanged 0 gone 1 jobs 3/3"]));
        Assert.That(third.Sites.Select(s => s.ListingsGone), Is.EqualTo([0, 0]));
        Assert.That(services.Bus.Announced.Select(a => a.ListingsGone), Is.EqualTo([0, 2, 0]));
    }

    [Test]
    public async Task Advance_SearchesStillOpen_StaysSearching()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("list");
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        var first = services.Bus.TakeSent().First(j => j.SiteId == "a" && j.Search!.Query == "ivoor");
        await new FakeWorker(Store, _world, Time).HandleAsync(first);

        await services.Advancer.AdvanceAsync(id, CancellationToken.None);

        Assert.That((await services.SweepAsync(id)).Sites.Select(s => s.Phase), Is.EqualTo([SitePhase.Searching, SitePhase.Searching]));
    }

    [Test]
    public async Task Advance_CapturesStillOpen_IsRechecking()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("list");
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        var worker = new FakeWorker(Store, _world, Time);
        foreach (var job in services.Bus.TakeSent().Where(j => j.SiteId == "b"))
        {
            await worker.HandleAsync(job);
        }

        await services.Advancer.AdvanceAsync(id, CancellationToken.None);

        var part = (await services.SweepAsync(id)).Sites[1];
        Assert.That((part.Phase, part.RowsSeen), Is.EqualTo((SitePhase.Rechecking, 1)));
    }

    [Test]
    public async Task Advance_MoreKnownListingsThanTheLimit_RechecksTheLongestUnseenAndReportsTheRest()
    {
        await using var services = new TestServices(Store, Time, o => o.MaxRechecksPerSite = 3);
        for (int i = 0; i < 8; i++)
        {
            await KnowAsync($"old{i}", Time.GetUtcNow().AddDays(-10 + i));
        }

        string id = await services.StartedAsync("list");
        await services.DriveAsync(id, new FakeWorker(Store, new FakeWorld(), Time));

        var rechecked = (await services.JobsAsync()).Where(j => j.Capture is { Reason: CaptureReason.Recheck });
        Assert.That(rechecked.Select(j => j.Capture!.SiteListingId), Is.EquivalentTo(["old0", "old1", "old2"]));
        var notSeen = (await services.SweepAsync(id)).Sites[0].NotSeen.Single();
        Assert.That((notSeen.Outcome, notSeen.JobKind, notSeen.Count), Is.EqualTo((OutcomeKind.LimitReached, JobKind.Capture, 5)));
    }

    [Test]
    public async Task Advance_ListingsOfOthersOrGoneOrJustSeen_AreNotRechecked()
    {
        await using var services = new TestServices(Store, Time);
        var past = Time.GetUtcNow().AddDays(-1);
        await KnowAsync("mine", past);
        await KnowAsync("gone", past, l => l with { Availability = Availability.Gone });
        await KnowAsync("other-list", past, l => l with { WatchListIds = ["other"] });
        await KnowAsync("seen-by-another-sweep", Time.GetUtcNow());

        await services.DriveAsync(await services.StartedAsync("list"), new FakeWorker(Store, new FakeWorld(), Time));

        Assert.That((await services.JobsAsync()).Select(j => j.Capture?.SiteListingId).OfType<string>(), Is.EqualTo(["mine"]));
    }

    [TestCase(OutcomeKind.Blocked)]
    [TestCase(OutcomeKind.LoginRequired)]
    [TestCase(OutcomeKind.Captcha)]
    [TestCase(OutcomeKind.ConsentWall)]
    [TestCase(OutcomeKind.Throttled)]
    [TestCase(OutcomeKind.NetworkError)]
    public async Task Advance_SiteKeepsUsOut_IsNotHammeredWithRechecks(OutcomeKind trouble)
    {
        await using var services = new TestServices(Store, Time);
        await KnowAsync("old", Time.GetUtcNow().AddDays(-1));
        _world.Trouble["a"] = trouble;

        string id = await services.StartedAsync("list");
        await services.DriveAsync(id, new FakeWorker(Store, _world, Time));

        var part = (await services.SweepAsync(id)).Sites[0];
        Assert.That(part.Jobs.Total, Is.EqualTo(2));
        Assert.That(part.Outcome, Is.EqualTo(trouble));
        Assert.That(
            part.NotSeen.Select(n => $"{n.JobKind} {n.Outcome} {n.Count} {n.ExampleUrl}"),
            Is.EquivalentTo([$"Capture {trouble} 1 ", $"Search {trouble} 2 https://a.example/ivoor"]));
    }

    [TestCase(OutcomeKind.Drifted, "The page's layout has changed")]
    [TestCase(OutcomeKind.RobotsDisallowed, "The site's robots.txt")]
    public async Task Advance_SearchesNotAnswered_KnownListingsAreRecheckedAllTheSame(OutcomeKind trouble, string reason)
    {
        await using var services = new TestServices(Store, Time);
        await KnowAsync("old", Time.GetUtcNow().AddDays(-1));
        _world.Trouble["a"] = trouble;

        string id = await services.StartedAsync("list");
        await services.DriveAsync(id, new FakeWorker(Store, _world, Time));

        var part = (await services.SweepAsync(id)).Sites[0];
        Assert.That(part.Jobs.Total, Is.EqualTo(3));
        Assert.That(part.NotSeen.Select(n => (n.Outcome, n.JobKind, n.Count)), Is.EquivalentTo([(trouble, JobKind.Search, 2), (trouble, JobKind.Capture, 1)]));
        Assert.That(part.NotSeen.Select(n => n.Reason), Has.All.StartsWith(reason));
    }

    [Test]
    public async Task Advance_PageLimitCutsASearch_SaysSo()
    {
        await AddListAsync("short", ["a"], [Term("ivoor")], maxPages: 1);
        await using var services = new TestServices(Store, Time);

        string id = await services.StartedAsync("short");
        await services.DriveAsync(id, new FakeWorker(Store, _world, Time));

        var part = (await services.SweepAsync(id)).Sites.Single();
        Assert.That(
            part.NotSeen.Select(n => $"{n.Outcome} {n.JobKind} {n.Count}: {n.Reason}"),
            Is.EqualTo(["LimitReached Search 1: More result pages existed than the watch list allows to be read."]));
        Assert.That(part.Outcome, Is.EqualTo(OutcomeKind.LimitReached));
    }

    [Test]
    public async Task Advance_ManyAtOnce_AnnouncesTheEndOnce()
    {
        await using var other = await OpenAsync();
        await using var one = new TestServices(Store, Time);
        await using var two = new TestServices(other, Time);
        string id = await one.StartedAsync("list");
        var worker = new FakeWorker(Store, _world, Time);
        for (int round = 0; round < 5; round++)
        {
            await one.Dispatcher.DispatchAllAsync(CancellationToken.None);
            foreach (var job in one.Bus.TakeSent())
            {
                await worker.HandleAsync(job);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Advancer.AdvanceAsync(id, CancellationToken.None))));
        await one.Reconciler.RunAsync(CancellationToken.None);
        await two.Reconciler.RunAsync(CancellationToken.None);

        Assert.That((await one.SweepAsync(id)).State, Is.EqualTo(SweepState.Finished));
        Assert.That(one.Bus.Announced.Concat(two.Bus.Announced).Select(a => a.SweepId), Is.EqualTo([id]));
    }

    [Test]
    public async Task Cancel_WaitingAndRunningJobs_SkipsTheFormerAndLetsTheLatterEnd()
    {
        await using var services = new TestServices(Store, Time);
        await KnowAsync("old", Time.GetUtcNow().AddDays(-1));
        string id = await services.StartedAsync("list");
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        var worker = new FakeWorker(Store, _world, Time);
        var held = (await worker.TakeAsync(services.Bus.TakeSent().First(j => j is { SiteId: "a", Search.Query: "ivoor" }).Id))!;

        await services.Canceller.CancelAsync(new() { SweepId = id, RequestedAt = Time.GetUtcNow(), Reason = "wrong list" }, CancellationToken.None);
        await services.Advancer.AdvanceAsync(id, CancellationToken.None);
        Assert.That((await services.SweepAsync(id)).State, Is.EqualTo(SweepState.Running));
        await worker.EndAsync(held);
        await services.Advancer.AdvanceAsync(id, CancellationToken.None);
        await services.Advancer.AdvanceAsync(id, CancellationToken.None);

        var sweep = await services.SweepAsync(id);
        Assert.That(sweep.State, Is.EqualTo(SweepState.Cancelled));
        Assert.That(
            (await services.JobsAsync()).Select(j => $"{j.SiteId} {j.Kind} {j.State} {j.Outcome!.Kind}"),
            Is.EquivalentTo(
            [
                "a Search Done Ok", "a Search Skipped NotAsked", "a Search Skipped NotAsked", "a Capture Skipped NotAsked", "a Capture Skipped NotAsked",
                "b Search Skipped NotAsked", "b Search Skipped NotAsked",
            ]));
        Assert.That(sweep.Sites[1].NotSeen.Single().Reason, Is.EqualTo("No request was made. (the sweep was cancelled: wrong list)"));
        Assert.That(services.Bus.Announced, Has.Count.EqualTo(1));
    }

    private static string Line(SiteSweep s) =>
        $"{s.SiteId} {s.Phase} {s.Outcome} rows {s.RowsSeen} new {s.ListingsNew} unchanged {s.ListingsUnchanged} gone {s.ListingsGone} jobs {s.Jobs.Done}/{s.Jobs.Total}";

    private async Task<Sweep> SweepOnceAsync(TestServices services)
    {
        Time.Advance(TimeSpan.FromHours(1));
        string id = await services.StartedAsync("list");
        await services.DriveAsync(id, new FakeWorker(Store, _world, Time));
        return await services.SweepAsync(id);
    }

    private Task KnowAsync(string advert, DateTimeOffset lastSeen, Func<Listing, Listing>? change = null)
    {
        var listing = new Listing
        {
            Id = Listing.IdFor("a", advert),
            SiteId = "a",
            SiteListingId = advert,
            Url = $"https://a.example/{advert}",
            Title = advert,
            FirstSeenAt = lastSeen,
            LastSeenAt = lastSeen,
            LastSweepId = "earlier",
            CaptureId = "none",
            WatchListIds = ["list"],
        };
        return PutAsync(LedgerCollections.Listings, listing.Id, change?.Invoke(listing) ?? listing);
    }
}
