using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

[TestFixture]
internal sealed class ListingsPageTests : BrowserFixture
{
    protected override int Listings => 70;

    [Test]
    public async Task Filter_StandsInTheAddress_SoBackAndReloadKeepIt()
    {
        await VisitAsync("");
        await Expect(Page.GetByText("70 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();

        await Page.GetByLabel("Kramkiste").CheckAsync();
        await Expect(Page).ToHaveURLAsync(new Regex(@"\?site=kram$"));
        await Expect(Page.GetByText("10 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByText("10 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Page.GetByLabel("Remove filter Kramkiste").ClickAsync();
        await Expect(Page.GetByText("70 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Page.GoBackAsync();

        await Expect(Page.GetByText("10 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Keyboard_SearchesWalksOpensAndComesBackToTheSameListing()
    {
        await VisitAsync("");
        await Expect(Page.Locator("[data-item]").First).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeFocusedAsync(); // the desk moves the focus there; a key pressed before that would lose its effect

        await Page.Keyboard.PressAsync("/");
        await Expect(Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("netsuke");
        await Expect(Page).ToHaveURLAsync(new Regex(@"\?text=netsuke$"));
        await Expect(Page.GetByText("10 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Searchbox).BlurAsync();
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        string id = (await Page.EvaluateAsync<string?>("document.activeElement.dataset.item"))!;
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(id)));
        await Expect(Page.GetByText("Why it is here")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("u");

        await Expect(Page.Locator($"[data-item='{id}']")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Listing_OpenedBeforeTypingPaused_StaysOpen()
    {
        await VisitAsync("");
        await Expect(Page.Locator("[data-item]")).ToHaveCountAsync(48);

        await Page.GetByRole(AriaRole.Searchbox).FillAsync("netsuke");
        await Page.Locator("[data-item]").First.ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/listings/"));
        await Page.WaitForTimeoutAsync(1500); // five times what the page waits after a key

        await Expect(Page).ToHaveURLAsync(new Regex("/listings/"));
        await Expect(Page.GetByText("Why it is here")).ToBeVisibleAsync();
    }

    [Test]
    public async Task More_LoadsTheRestOnce()
    {
        await VisitAsync("");
        await Expect(Page.Locator("[data-item]")).ToHaveCountAsync(48);

        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Load more" }).ClickAsync();

        await Expect(Page.Locator("[data-item]")).ToHaveCountAsync(70);
        await Expect(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Load more" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Address_WithAMistake_SaysWhatIsWrongAndShowsTheRest()
    {
        await VisitAsync("?site=kram&sort=dearest");

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("new, price, seen, score");
        await Expect(Page.GetByText("10 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Search_WithoutAnyMatch_SaysWhatToDo()
    {
        await VisitAsync("?text=zzzzzz");

        await Expect(Page.GetByText("Nothing matches")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show all listings" }).ClickAsync();
        await Expect(Page.GetByText("70 listings", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
    }
}
