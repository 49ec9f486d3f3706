using Crawler.Contracts.Sites;
using Crawler.Sites.Files;
using Crawler.TrainingGround;

namespace EndToEnd.Probing;

/// <summary>
/// <c>patrol site add</c> makes of a front page's address a definition that finds exactly what the site has; the practice world's own definitions are out of
/// its reach.
/// </summary>
[Parallelizable(ParallelScope.Self)] // one world: a site that is in trouble for one test cannot be learned by another
internal sealed class SiteAddTests
{
    private Crawler.TrainingGround.TrainingGround _ground = null!;
    private SiteVisit _visit = null!;

    [OneTimeSetUp]
    public async Task StartWorldAsync()
    {
        _ground = await Crawler.TrainingGround.TrainingGround.StartAsync(
            new TrainingGroundOptions { Seed = 2026, BasePort = 0 }, TimeProvider.System, CancellationToken.None);
        _visit = new SiteVisit();
    }

    [OneTimeTearDown]
    public async Task StopWorldAsync()
    {
        await _visit.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [TestCase("tg-markt", "ivoor", "met", "zonder recept")]
    [TestCase("tg-kiste", "elfenbein", "mit", Category = "Browser")]
    [TestCase("tg-shop", "ivory", "with", "leather")]
    [TestCase("tg-forum", "ivory", "elfenbein", "biete")]
    [TestCase("tg-social", "vintage", "ivory", "zonder")]
    [TestCase("tg-onion", "ivory", "with", "leather")]
    public async Task Add_FrontPage_DefinitionFindsExactlyWhatTheSiteHas(string siteId, params string[] queries)
    {
        var site = await LearnAsync(siteId);

        foreach (string query in queries)
        {
            var truth = _ground.Found(siteId, query);
            var rows = (await _visit.SearchAsync(site, query)).Where(r => !r.Sponsored).ToList();

            Assert.That(truth, Has.Count.GreaterThan(3), $"'{query}' proves nothing on {siteId}");
            Assert.That(
                rows.Select(r => r.Id), Is.EquivalentTo(truth.Select(a => a.Id)), $"'{query}' on {siteId}: row F1 is 1 exactly when these are the same");
            Assert.That(rows.Select(r => r.Url), Is.EquivalentTo(truth.Select(a => a.Url)), $"'{query}' on {siteId}");
            if (siteId != "tg-social")
            {
                var titles = truth.ToDictionary(a => a.Id, a => a.Title, StringComparer.Ordinal);
                Assert.That(
                    rows.Where(r => Plain(r.Title) != Plain(titles[r.Id!])).Select(r => $"{r.Title} / {titles[r.Id!]}"), Is.Empty, $"titles of '{query}'");
            }

            var prices = truth.Where(a => a is { PriceIn: "field", Price: > 0 }).ToDictionary(a => a.Id, a => a.Price, StringComparer.Ordinal);
            Assert.That(
                rows.Where(r => prices.TryGetValue(r.Id!, out decimal? price) && r.Price?.Amount != price).Select(r => $"{r.Price?.Text} / {prices[r.Id!]}"),
                Is.Empty,
                $"prices of '{query}'");
        }
    }

    [TestCase("tg-markt", TroubleMode.Consent, null, "consent")]
    [TestCase("tg-markt", TroubleMode.Login, "redirect", "login")]
    [TestCase("tg-shop", TroubleMode.Login, "status401", "login")]
    [TestCase("tg-shop", TroubleMode.Captcha, "recaptcha", "captcha")]
    [TestCase("tg-onion", TroubleMode.Captcha, "interstitial", "captcha")]
    [TestCase("tg-markt", TroubleMode.Refuse, null, "blocked")]
    [TestCase("tg-onion", TroubleMode.Throttle, null, "unreachable")]
    public async Task Add_SiteThatBarsTheWay_IsNamedForWhatItIs(string siteId, TroubleMode mode, string? variant, string condition)
    {
        using var patrol = new PatrolConsole();
        _ground.SetTrouble(siteId, new Trouble { Mode = mode, Variant = variant });
        try
        {
            var (exitCode, _, error) = await patrol.RunAsync("site", "add", AddressOf(siteId), "--pace", "0.05", "--yes");

            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(error, Does.StartWith($"patrol: no definition was written: {condition}: "));
            Assert.That(Directory.Exists(patrol.Sites) ? Directory.GetFiles(patrol.Sites) : [], Is.Empty);
        }
        finally
        {
            _ground.SetTrouble(siteId, null);
        }
    }

    [Test]
    public async Task Check_RedesignedSite_SaysWhatHasChangedAndWhatWouldReadIt()
    {
        using var patrol = new PatrolConsole();
        await patrol.RunAsync("site", "add", AddressOf("tg-markt"), "--id", "markt", "--pace", "0.05", "--yes");
        var sound = await patrol.RunAsync("site", "check", "markt", "--live");
        _ground.SetTrouble("tg-markt", new Trouble { Mode = TroubleMode.Redesign, Redesign = RedesignVariant.MovedPrice, Kind = PageKind.Search });
        try
        {
            var moved = await patrol.RunAsync("site", "check", "markt", "--live");

            Assert.That(sound.ExitCode, Is.Zero, sound.Out + sound.Error);
            Assert.That(sound.Out, Does.Contain("markt: healthy"));
            Assert.That(moved.ExitCode, Is.EqualTo(1));
            Assert.That(moved.Out, Does.Contain("markt: drifted").And.Contain("search.price").And.Contain("(rule: .prijs)").And.Contain("would be read by"));
        }
        finally
        {
            _ground.SetTrouble("tg-markt", null);
        }
    }

    private async Task<SiteDefinition> LearnAsync(string siteId)
    {
        using var patrol = new PatrolConsole();
        string file = Path.Combine(patrol.Sites, siteId + ".yaml");
        var (exitCode, output, error) = await patrol.RunAsync("site", "add", AddressOf(siteId), "--id", siteId, "--pace", "0.05", "--yes");
        Assert.That(exitCode, Is.Zero, error + output);
        string yaml = await File.ReadAllTextAsync(file);
        TestContext.Out.WriteLine(output);
        TestContext.Out.WriteLine(yaml);
        var reading = SiteDefinitionFile.Parse(yaml, file);
        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Definition!.Search.Rows, Is.Not.Empty, "rows are read by a rule");
        return reading.Definition;
    }

    private string AddressOf(string siteId) => _ground.Sites.Single(s => s.Id == siteId).BaseUrl.AbsoluteUri;

    /// <summary>Evasive titles hold characters without width; what extraction leaves of them is not this test's matter.</summary>
    private static string Plain(string? title) =>
        string.Concat((title ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff')));
}
