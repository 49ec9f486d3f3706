using System.Text.RegularExpressions;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

[TestFixture]
internal sealed class AcrossPagesTests : BrowserFixture
{
    [Test]
    public async Task Analyst_WritesAListRunsItFindsAListing_AndSeesItsEvidence()
    {
        var found = new SeededListing(926);
        Desk.Scheduler.OnStart = request => SweepAsync(request, found);

        await VisitAsync("watch-lists");
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New watch list" }).ClickAsync();
        await Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Chess sets");
        await Page.GetByLabel("Term 1", new PageGetByLabelOptions { Exact = true }).FillAsync("Elfenbein");
        await Page.GetByLabel("Language of term 1").FillAsync("de");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create watch list" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run Chess sets now" }).ClickAsync();

        await Expect(Page).ToHaveURLAsync(new Regex("/sweeps/[0-9a-f]{32}$"));
        await Expect(Page.GetByText("Everything that was to be looked at was seen.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Listings", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Searchbox).FillAsync("926");
        await Expect(Page.GetByText("1 listing", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Page.Locator($"[data-item='{found.Id}']").ClickAsync();

        await Expect(Page.Locator("main h1 mark")).Not.ToHaveCountAsync(0);
        await Expect(Page.Locator("#evidence .hash code").First).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$"));
        var screenshot = Page.GetByAltText("Screenshot of the captured page").First;
        await Expect(screenshot).ToBeVisibleAsync();
        bool painted = await screenshot.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 0; }");
        Assert.That(painted, Is.True);
    }

    [Test]
    public async Task RunNow_WhenRefused_ShowsTheReasonAndTheSweepInTheWay()
    {
        Desk.Scheduler.OnStart = _ => Task.FromResult<object>(
            new SweepRefused { Reason = "a sweep of this list has been running since 02:00", RunningSweepId = ConsoleSeed.SweepId(0) });
        await VisitAsync("watch-lists");

        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run Ivory, Benelux now" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("has been running since 02:00");
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Show that sweep" }).ClickAsync();
        await Expect(Page.GetByText("Not everything was seen: 12 pages on 3 sites")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Form_WithMistakes_NamesThemAtTheirFields()
    {
        await VisitAsync("watch-lists/new");

        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create watch list" }).ClickAsync();

        await Expect(Page.Locator("label:has-text('Name') .field-error")).ToContainTextAsync("is empty");
        await Expect(Page.Locator(".term-row .field-error")).ToContainTextAsync("holds nothing to look for");
    }

    [Test]
    public async Task Listing_CapturedWhileThePageIsOpen_IsAnnouncedWithoutReload()
    {
        await VisitAsync("?site=kram");
        await Expect(Page.Locator("[data-item]").First).ToBeVisibleAsync();
        var fresh = new SeededListing(905);

        await fresh.StoreAsync(Desk.Store, Desk.Blobs);
        await Desk.Bus.Publish(Captured(fresh, "s"));

        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "1 new · show" }).ClickAsync();
        await Expect(Page.Locator($"[data-item='{fresh.Id}']")).ToBeVisibleAsync();
    }

    private static ListingCaptured Captured(SeededListing listing, string sweepId) => new()
    {
        ListingId = listing.Id,
        SiteId = "kram",
        WatchListId = ConsoleSeed.Ivory.Id,
        SweepId = sweepId,
        CaptureId = "c",
        Title = "new",
        Result = CaptureResult.New,
        Score = 50,
        At = ConsoleSeed.Now,
    };

    /// <summary>A sweep that is over as soon as it began, and found one listing.</summary>
    private async Task<object> SweepAsync(StartSweep request, SeededListing found)
    {
        var list = await Desk.Store.GetAsync(LedgerCollections.WatchLists, request.WatchListId, CancellationToken.None);
        var sweep = new Sweep
        {
            Id = Sweep.IdFor(request.WatchListId, request.RequestedAt),
            WatchListId = request.WatchListId,
            WatchList = list!.Value,
            Trigger = SweepTrigger.Manual,
            ScheduledFor = request.RequestedAt,
            StartedAt = request.RequestedAt,
            EndedAt = request.RequestedAt.AddSeconds(40),
            AnnouncedAt = request.RequestedAt.AddSeconds(40),
            State = SweepState.Finished,
            Sites = [new SiteSweep { SiteId = "kram", SiteName = "Kramkiste", Phase = SitePhase.Ended, Outcome = OutcomeKind.Ok, RowsSeen = 3, ListingsNew = 1, Jobs = new JobCounts { Done = 2 } }],
        };
        await found.StoreAsync(Desk.Store, Desk.Blobs);
        await Desk.Store.InsertIfAbsentAsync(LedgerCollections.Sweeps, sweep, CancellationToken.None);
        await Desk.Bus.Publish(Captured(found, sweep.Id));
        return new SweepAccepted { SweepId = sweep.Id };
    }
}
