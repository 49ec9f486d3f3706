using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

[TestFixture]
internal sealed class NewSitePageTests : BrowserFixture
{
    private const string Address = "https://winkel.example/zoek?q=ivoor";

    [Test]
    public async Task Examine_ShowsWhatAWorkerFound_AndSavesIt()
    {
        Desk.Worker.OnExamine = _ => Found(Definition("winkel"));
        await ProbeAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "2 rows read" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("Olifant <b>beeld</b>")).ToBeVisibleAsync(); // a scraped text is text
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();

        await Expect(Page).ToHaveURLAsync(new Regex("/sites/winkel$"));
        var saved = await Desk.Store.GetAsync(LedgerCollections.Sites, "winkel", CancellationToken.None);
        Assert.That(saved!.Value.Name, Is.EqualTo("Winkel"));
    }

    [Test]
    public async Task Column_Pressed_LetsAPersonSayWhatItShouldRead()
    {
        Desk.Worker.OnExamine = _ => Found(Definition("winkel-two"));
        await ProbeAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "price", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "€ 75" }).ClickAsync();
        await Expect(Page.GetByText("Wrong? Press a column's name")).ToBeVisibleAsync();

        var asked = Desk.Worker.Asked[^1];
        Assert.That(asked.Corrections, Is.EqualTo(new[] { new RowCorrection { Field = "price", Rule = ".now" } }));
        Assert.That(asked.Draft, Is.EqualTo("id: winkel-two"));
    }

    [Test]
    public async Task Save_OfAnIdThatIsTaken_AsksBeforeItReplaces()
    {
        var first = (await Desk.Store.GetAsync(LedgerCollections.Sites, "kram", CancellationToken.None))!.Value;
        Desk.Worker.OnExamine = _ => Found(Definition("kram"));
        await ProbeAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Replace it, as version {first.Version + 1}" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/sites/kram$"));

        var saved = (await Desk.Store.GetAsync(LedgerCollections.Sites, "kram", CancellationToken.None))!.Value;
        Assert.That((saved.Version, saved.Name), Is.EqualTo((first.Version + 1, "Winkel")));
    }

    [Test]
    public async Task Draft_ThatChanged_IsTriedBeforeItCanBeSaved()
    {
        Desk.Worker.OnExamine = asked => asked.Draft == "not: yaml:"
            ? new SiteProbed { Condition = SiteCondition.NotAsked, Problem = "draft:1:10: not valid YAML", Yaml = asked.Draft }
            : Found(Definition("winkel-three"));
        await ProbeAsync();
        await Page.GetByLabel("Definition as YAML").FillAsync("not: yaml:");
        await Expect(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true })).ToBeDisabledAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Try the draft" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("draft:1:10: not valid YAML");
        await Expect(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true })).ToBeDisabledAsync();
    }

    [Test]
    public async Task Wall_IsNamed_AndNothingCanBeSaved()
    {
        Desk.Worker.OnExamine = _ => new SiteProbed
        {
            Condition = SiteCondition.Captcha, Problem = "the page asks \"are you human?\"", Steps = [new ProbeStep { Name = "reach", Finding = "a captcha", Result = StepResult.Failed }],
        };
        await ProbeAsync();

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("this system answers none");
        await Expect(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task NoWorker_IsSaidSo()
    {
        Desk.Worker.OnExamine = null;
        await ProbeAsync();

        await Expect(Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("no worker answered within 10 s", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
    }

    private static SiteDefinition Definition(string id) => new()
    {
        Id = id, Name = "Winkel", Home = new Uri("https://winkel.example/"), Languages = ["nl"], Search = new SearchDefinition { Url = "/zoek?q={query}" },
    };

    private static SiteProbed Found(SiteDefinition definition) => new()
    {
        Condition = SiteCondition.Healthy,
        Definition = definition,
        Yaml = $"id: {definition.Id}",
        PageUrl = Address,
        Rows = [new ListingRow { Id = "1", Title = "Olifant <b>beeld</b>", Url = "https://winkel.example/1" }, new ListingRow { Id = "2", Title = "Netsuke", Sponsored = true }],
        Parts = [new RowPart { Rule = ".was", Samples = ["€ 90", "€ 120"] }, new RowPart { Rule = ".now", Samples = ["€ 75", "€ 110"] }],
        Steps = [new ProbeStep { Name = "paging", Finding = "by {page}", Result = StepResult.Found }],
    };

    private async Task ProbeAsync()
    {
        await VisitAsync("sites/new");
        await Page.GetByLabel("Address").FillAsync(Address);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Examine" }).ClickAsync();
    }
}
