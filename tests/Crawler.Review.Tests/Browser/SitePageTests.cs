using Crawler.Contracts.Drift;
using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

[TestFixture]
internal sealed class SitePageTests : BrowserFixture
{
    [Test]
    public async Task Repair_AcceptedInTheConsole_IsInForceAndSaysWhoDidIt()
    {
        await VisitAsync("sites");
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Kramkiste" }).ClickAsync();
        await Expect(Page.Locator("del", new PageLocatorOptions { HasText = ".kosten" }).First).ToBeVisibleAsync();
        var accept = Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Accept: use version 2" });
        await Expect(accept).ToBeDisabledAsync();

        await Page.GetByLabel("Your name, for the record").FillAsync("An Peeters");
        await accept.ClickAsync();

        await Expect(Page.Locator("#repair")).ToContainTextAsync("Accepted by An Peeters");
        var site = await Desk.Store.GetAsync(LedgerCollections.Sites, DriftSeed.SiteId, CancellationToken.None);
        var repair = await Desk.Store.GetAsync(LedgerCollections.Repairs, DriftSeed.Repair.Id, CancellationToken.None);
        Assert.That(site!.Value.Version, Is.EqualTo(2));
        Assert.That(repair!.Value.State, Is.EqualTo(RepairState.Accepted));
    }

    [Test]
    public async Task Sweep_WithADriftedSite_SaysWhatChanged()
    {
        await VisitAsync($"sweeps/{ConsoleSeed.SweepId(0)}");

        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sites that are not as they were" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".unwell")).ToContainTextAsync("layout changed");
        await Expect(Page.Locator(".unwell")).ToContainTextAsync("price of a row");
    }
}
