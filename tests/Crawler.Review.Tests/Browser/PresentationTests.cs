using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

[TestFixture]
internal sealed class PresentationTests : BrowserFixture
{
    private static IEnumerable<string> Pages =>
        ["", "?view=table", $"listings/{new SeededListing(2).Id}", "watch-lists", "watch-lists/new", "watch-lists/ivory-benelux", "sweeps", $"sweeps/{ConsoleSeed.SweepId(0)}", "sites", "sites/kram"];

    [Test]
    public async Task Page_OnAPhoneOrADesk_NeverScrollsSideways(
        [ValueSource(nameof(Pages))] string address, [Values(390, 1440)] int width, [Values] bool dark)
    {
        await OpenPageAsync(width, 900, dark ? ColorScheme.Dark : ColorScheme.Light);

        await VisitAsync(address);

        int over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        string theme = await Page.EvaluateAsync<string>("document.documentElement.dataset.theme");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(over, Is.Zero);
            Assert.That(theme, Is.EqualTo(dark ? "dark" : "light"));
        }
    }

    [Test]
    public async Task Theme_OnceChosen_IsRemembered()
    {
        await VisitAsync("sites");
        var button = Page.GetByLabel("Switch between light, dark and system colours");

        await button.ClickAsync();
        await button.ClickAsync();
        await Page.ReloadAsync();

        await Expect(Page.Locator("html[data-theme='dark']")).ToHaveCountAsync(1);
        await Expect(Page.Locator("[data-theme-name]")).ToHaveTextAsync("Dark");
    }

    [Test]
    public async Task Filters_OnAPhone_OpenAsADrawerAndCloseWithEscape()
    {
        await OpenPageAsync(390, 844, ColorScheme.Light);
        await VisitAsync("");
        await Expect(Page.GetByLabel("Kramkiste")).Not.ToBeInViewportAsync();

        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Filters" }).ClickAsync();
        await Expect(Page.GetByLabel("Kramkiste")).ToBeInViewportAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Expect(Page.GetByLabel("Kramkiste")).Not.ToBeInViewportAsync();
    }

    [Test]
    public async Task Listing_ThatHoldsMarkup_ShowsItAsText()
    {
        const string Evil = "<img src=x onerror=\"document.title='pwned'\"> ivoor";
        var template = (await Desk.Store.GetAsync(LedgerCollections.Listings, new SeededListing(0).Id, CancellationToken.None))!.Value;
        await Desk.Store.InsertIfAbsentAsync(
            LedgerCollections.Listings, template with { Id = "zolder~evil", Title = Evil, Text = Evil, Hits = [], Url = "javascript:document.title='pwned'" }, CancellationToken.None);

        await VisitAsync("listings/zolder~evil");
        await Page.GetByText("Open it at the site…").ClickAsync();

        await Expect(Page.Locator("main h1")).ToHaveTextAsync(Evil);
        await Expect(Page.Locator("a[href^='javascript']")).ToHaveCountAsync(0);
        Assert.That(await Page.TitleAsync(), Does.StartWith("<img"));
    }

    [Test]
    public async Task Address_ThatNamesNothing_IsAPageThatSaysSo()
    {
        var response = await Page.GotoAsync("nowhere");

        await Expect(Page.GetByText("There is no such page")).ToBeVisibleAsync();
        Assert.That(response!.Status, Is.EqualTo(404));
        ForgiveComplaint("404");
    }

    [Test]
    public async Task Desk_SaysThatOnlyThisMachineReachesIt()
    {
        await VisitAsync("");

        await Expect(Page.Locator("footer")).ToContainTextAsync("Reachable from this machine only");
    }

    [Test]
    public async Task Site_SwitchedOff_AsksFirstAndStaysOff()
    {
        await VisitAsync("sites");

        await Page.GetByLabel("Murmur may be asked").FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch it off" }).ClickAsync();

        await Expect(Page.Locator("tr", new PageLocatorOptions { HasText = "Murmur" }).GetByText("switched off")).ToBeVisibleAsync();
        Assert.That((await Desk.Store.GetAsync(LedgerCollections.Sites, "murmur", CancellationToken.None))!.Value.Enabled, Is.False);
    }

    [Test]
    public async Task SkipLink_LeadsToTheContent()
    {
        await VisitAsync("sweeps");

        await Page.GetByText("Skip to content").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator("main")).ToBeFocusedAsync();
    }
}
