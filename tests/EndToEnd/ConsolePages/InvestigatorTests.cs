using System.Text.RegularExpressions;
using CyberPatrol.Tests.Shared;
using EndToEnd.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.ConsolePages;

/// <summary>
/// A person at the console, over the whole system: writes a watch list, runs it over two practice sites, finds a listing, sees its evidence.
/// </summary>
[Category("Browser")]
internal sealed class InvestigatorTests
{
    private const float PatienceMs = 120_000;

    [Test]
    public async Task Investigator_WritesAListRunsItFindsAListing_AndSeesItsEvidence()
    {
        await using var services = await PracticeServices.StartAsync(console: true);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists),
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = services.Host.ConsoleUrl!.ToString(),
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        page.SetDefaultTimeout(PatienceMs);
        SetDefaultExpectTimeout(PatienceMs);

        await page.GotoAsync("watch-lists/new");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Elfenbein");
        await page.GetByLabel("Term 1", new PageGetByLabelOptions { Exact = true }).FillAsync("Elfenbein");
        await page.GetByLabel("Language of term 1").FillAsync("de");
        foreach (string other in services.World.Sites.Where(s => s.Id != "tg-kiste").Select(s => s.Name))
        {
            await page.GetByLabel(other).UncheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create watch list" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run Elfenbein now" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sweeps/[0-9a-f]{32}$"));
        await services.EndOfAsync(page.Url[^32..]);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Listings", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Elfenbein");
        await Expect(page.Locator("[data-item]")).Not.ToHaveCountAsync(0);
        await page.Locator("[data-item]").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/listings/tg-kiste"));

        await Expect(page.Locator("main mark")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("#evidence .hash code").First).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$"));
        var screenshot = page.GetByAltText("Screenshot of the captured page").First;
        await Expect(screenshot).ToBeVisibleAsync();
        int shown = await screenshot.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }");
        var file = await page.APIRequest.GetAsync(await screenshot.EvaluateAsync<string>("image => image.src"));
        var picture = DecodedPng.Of(await file.BodyAsync());
        Assert.That((picture.Width, picture.IsOneColour), Is.EqualTo((shown, false)), "the screenshot is a picture of something");
    }
}
