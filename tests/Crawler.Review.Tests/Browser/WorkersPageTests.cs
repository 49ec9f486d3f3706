using System.Text.RegularExpressions;
using Crawler.Contracts.Workers;
using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;
using Crawler.Storage.Documents;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

[TestFixture]
internal sealed class WorkersPageTests : BrowserFixture
{
    protected override int Listings => 4;

    [OneTimeSetUp]
    public Task AddWork() => new WorkSeed(Desk.Store, TimeProvider.System).FillAsync();

    [Test]
    public async Task Page_ShowsWhoDoesWhat_AndWhatHoldsWorkUp()
    {
        await VisitAsync("workers");

        await Expect(Page.Locator("[data-worker='crawl-01-4711']")).ToContainTextAsync("advert on Zolder & Zo");
        await Expect(Page.Locator("[data-worker='crawl-03-902']")).ToContainTextAsync(new Regex(@"silent\s*since \d{4}-\d\d-\d\d"));
        await Expect(Page.Locator("[data-queue='zolder']")).ToContainTextAsync("240");
        await Expect(Page.Locator("[data-queue='murmur']")).ToContainTextAsync("429, asked to wait 600 s");
        await Expect(Page.Locator("[data-queue='lantern']")).ToContainTextAsync("switched off");
        await Expect(Page.GetByText("img.cdn-pictures.example:443")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Worker_ThatTakesAJob_IsShownWithoutReload()
    {
        await VisitAsync("workers");
        var row = Page.Locator("[data-worker='crawl-02-388']");
        await Expect(row).ToContainTextAsync("idle");

        await Desk.Store.UpdateAsync(
            LedgerCollections.Workers,
            "crawl-02-388",
            w => w! with { Jobs = [new JobInHand { JobId = "j9", SweepId = ConsoleSeed.SweepId(1), SiteId = "kram", Kind = Contracts.Sweeps.JobKind.Search, Since = w.BeatAt }] },
            CancellationToken.None);

        await Expect(row).ToContainTextAsync("search on Kramkiste");
        await Desk.Store.UpdateAsync(LedgerCollections.Workers, "crawl-02-388", w => w! with { Jobs = [] }, CancellationToken.None);
    }

    [Test]
    public async Task Keyboard_GoesToThePageWalksItAndOpensASweep()
    {
        await VisitAsync("sites");
        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync("k");
        await Expect(Page).ToHaveURLAsync(new Regex("/workers$"));
        await Expect(Page.Locator("[data-item='j1']")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Page.Locator("[data-item='j1']")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page).ToHaveURLAsync(new Regex($"/sweeps/{ConsoleSeed.SweepId(0)}$"));
    }

    [Test]
    public async Task Page_OnAPhoneOrADesk_NeverScrollsSideways([Values(390, 1440)] int width, [Values] bool dark)
    {
        await OpenPageAsync(width, width == 390 ? 844 : 900, dark ? ColorScheme.Dark : ColorScheme.Light);
        await VisitAsync("workers");
        await Expect(Page.Locator("[data-worker]")).ToHaveCountAsync(3);

        int over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        int hidden = await Page.EvaluateAsync<int>("[...document.querySelectorAll('.table-frame')].filter(f => f.scrollWidth > f.clientWidth + 1).length");
        await SaveScreenshotAsync($"workers-{width}-{(dark ? "dark" : "light")}");

        Assert.That((over, hidden), Is.EqualTo((0, 0)));
    }

    /// <summary>For people who want to look: set PATROL_SCREENSHOTS to a folder.</summary>
    private async Task SaveScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PATROL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
