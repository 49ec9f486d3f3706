using System.Net;
using System.Text;
using Crawler.TrainingGround.Tests.Sites;

namespace Crawler.TrainingGround.Tests.Serving;

/// <summary>Each trouble mode over real HTTP.</summary>
public sealed class TroubleTests
{
    private const string Search = "/zoeken?q=ivoor";

    private PracticeServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await PracticeServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TearDown]
    public void Calm()
    {
        foreach (var site in _server.Ground.Sites)
            _server.Ground.SetTrouble(site.Id, null);
    }

    [Test]
    public async Task Throttle_FirstTwo_Says429WithRetryAfterThenServes()
    {
        Set(new Trouble { Mode = TroubleMode.Throttle, First = 2, RetryAfter = TimeSpan.FromSeconds(7) });
        using var first = await GetAsync(Search);
        Assert.That((int)first.StatusCode, Is.EqualTo(429));
        Assert.That(first.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(await StatusAsync(Search), Is.EqualTo(429));
        Assert.That(await StatusAsync(Search), Is.EqualTo(200));
    }

    [Test]
    public async Task Burst503_Default_FailsThreeTimesThenServes()
    {
        Set(new Trouble { Mode = TroubleMode.Burst503 });
        int[] statuses = [await StatusAsync(Search), await StatusAsync(Search), await StatusAsync(Search), await StatusAsync(Search)];
        Assert.That(statuses, Is.EqualTo([503, 503, 503, 200]));
    }

    [Test]
    public async Task Slow_Search_AnswersOnlyWhenTheTimeHasPassed()
    {
        Set(new Trouble { Mode = TroubleMode.Slow, Delay = TimeSpan.FromSeconds(30) });
        var answer = GetAsync(Search);
        await _server.Time.TimerCreatedAsync();
        Assert.That(answer.IsCompleted, Is.False);
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        using var response = await answer;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Consent_WithoutCookie_ShowsTheWallAndWithItThePage()
    {
        Set(new Trouble { Mode = TroubleMode.Consent });
        Assert.That(await TextAsync(Search), Does.Contain("consent-wall").And.Not.Contains("class=\"zoekertje\""));

        using var accepted = await _server.Client.PostAsync(_server.Url("tg-markt", "/consent"), null);
        using var again = new HttpRequestMessage(HttpMethod.Get, _server.Url("tg-markt", Search));
        again.Headers.Add("Cookie", accepted.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        using var page = await _server.Client.SendAsync(again);
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("class=\"zoekertje\""));
    }

    [Test]
    public async Task Login_Page_RedirectsToAForm()
    {
        Set(new Trouble { Mode = TroubleMode.Login });
        using var response = await GetAsync(Search);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await TextAsync(response.Headers.Location!.ToString()), Does.Contain("type=\"password\""));
    }

    [Test]
    public async Task Login_Api_Says401()
    {
        _server.Ground.SetTrouble("tg-social", new Trouble { Mode = TroubleMode.Login });
        using var response = await _server.GetAsync("tg-social", SiteProbe.First("tg-social", "ivory"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase(null, 403, "Just a moment...")]
    [TestCase("recaptcha", 200, "g-recaptcha")]
    [TestCase("slider", 403, "captcha-delivery")]
    public async Task Captcha_Variant_ShowsAChallengeWithoutAScript(string? variant, int status, string mark)
    {
        Set(new Trouble { Mode = TroubleMode.Captcha, Variant = variant });
        using var response = await GetAsync(Search);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(body, Does.Contain(mark).And.Not.Contains("<script"));
    }

    [Test]
    public async Task Refuse_AnyPage_Is403AndAsksNothing()
    {
        Set(new Trouble { Mode = TroubleMode.Refuse });
        using var response = await GetAsync(Search);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Access Denied").And.Not.Contains("captcha"));
    }

    [Test]
    public async Task SoftNotFound_Detail_Says200AndThatThereIsNothing()
    {
        Set(new Trouble { Mode = TroubleMode.SoftNotFound, Kind = PageKind.Detail });
        using var response = await GetAsync(DetailPath());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("bestaat niet"));
        Assert.That(await TextAsync(Search), Does.Contain("class=\"zoekertje\""), "search pages are not meant");
    }

    [Test]
    public async Task RedirectLoop_Followed_NeverEnds()
    {
        Set(new Trouble { Mode = TroubleMode.RedirectLoop });
        var path = Search;
        for (var i = 1; i <= 30; i++)
        {
            using var response = await GetAsync(path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(response.Headers.Location!.ToString(), Is.Not.EqualTo(path));
            path = response.Headers.Location.ToString();
        }
    }

    [Test]
    public async Task HugeBody_Search_StreamsPastSixteenMegabytes()
    {
        Set(new Trouble { Mode = TroubleMode.HugeBody, Bytes = 20 * 1024 * 1024 });
        using var response = await _server.Client.GetAsync(_server.Url("tg-markt", Search), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        long total = 0;
        var buffer = new byte[65536];
        int read;
        while ((read = await body.ReadAsync(buffer)) > 0)
            total += read;
        Assert.That(response.Content.Headers.ContentLength, Is.Null);
        Assert.That(total, Is.GreaterThan(20 * 1024 * 1024));
    }

    [TestCase(null, "iso-8859-1", true)]
    [TestCase("latin1-as-utf8", "utf-8", false)]
    public async Task WrongCharset_Variant_DeclaresAnotherThanItSends(string? variant, string declared, bool sentAsUtf8)
    {
        Set(new Trouble { Mode = TroubleMode.WrongCharset, Variant = variant });
        using var response = await GetAsync(Search);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.That(response.Content.Headers.ContentType?.CharSet, Is.EqualTo(declared));
        Assert.That(Encoding.UTF8.GetString(bytes).Contains('\uFFFD', StringComparison.Ordinal), Is.EqualTo(!sentAsUtf8));
    }

    [Test]
    public async Task BrokenHtml_Search_LosesTagsButKeepsRows()
    {
        var whole = await TextAsync(Search);
        Set(new Trouble { Mode = TroubleMode.BrokenHtml });
        var broken = await TextAsync(Search);
        Assert.That(broken, Does.Not.Contain("</html>"));
        Assert.That(broken.Split("</div>"), Has.Length.LessThan(whole.Split("</div>").Length));
        Assert.That(SiteProbe.Rows("tg-markt", broken), Is.EqualTo(SiteProbe.Rows("tg-markt", whole)));
    }

    [Test]
    public void Reset_Search_CutsTheConnection()
    {
        Set(new Trouble { Mode = TroubleMode.Reset });
        Assert.That(async () => await GetAsync(Search), Throws.TypeOf<HttpRequestException>());
        Assert.That(_server.Ground.Requests[^1], Has.Property("Status").EqualTo(0).And.Property("Trouble").EqualTo("reset"));
    }

    [TestCase("tg-markt")]
    [TestCase("tg-kiste")]
    [TestCase("tg-social")]
    public async Task Empty_Search_SaysNothingFoundAlthoughThereIs(string siteId)
    {
        _server.Ground.SetTrouble(siteId, new Trouble { Mode = TroubleMode.Empty });
        Assert.That(await SiteProbe.SearchAsync(_server, siteId, ""), Is.Empty);
    }

    [TestCase("tg-markt", RedesignVariant.RenamedClasses, "class=\"zoekertje\"")]
    [TestCase("tg-markt", RedesignVariant.MovedPrice, "class=\"prijs\"")]
    [TestCase("tg-markt", RedesignVariant.NewCards, "class=\"zoekertje\"")]
    [TestCase("tg-kiste", RedesignVariant.JsonRenamed, "\"anzeigen\":")]
    [TestCase("tg-shop", RedesignVariant.JsonRenamed, "ld+json")]
    [TestCase("tg-shop", RedesignVariant.NewCards, "product-tile")]
    [TestCase("tg-forum", RedesignVariant.NewCards, "class=\"topic\"")]
    [TestCase("tg-forum", RedesignVariant.MovedPrice, "<dd class=\"price\">£")]
    [TestCase("tg-social", RedesignVariant.JsonRenamed, "\"statuses\":")]
    [TestCase("tg-onion", RedesignVariant.NewCards, "class=\"it\"")]
    [TestCase("tg-onion", RedesignVariant.RenamedClasses, "class=\"it\"")]
    public async Task Redesign_Variant_RemovesWhatADefinitionHoldsOnToButNotTheData(string siteId, RedesignVariant variant, string mark)
    {
        var query = siteId switch { "tg-markt" => "ivoor", "tg-kiste" => "Elfenbein", _ => "ivory" };
        var path = SiteProbe.First(siteId, query);
        var usual = await _server.TextAsync(siteId, path);
        var titles = _server.Ground.Truth.Adverts.Where(a => a.SiteId == siteId && usual.Contains(Printed(a.Title, siteId), StringComparison.Ordinal))
            .Select(a => Printed(a.Title, siteId)).ToList();

        _server.Ground.SetTrouble(siteId, new Trouble { Mode = TroubleMode.Redesign, Redesign = variant });
        var redesigned = await _server.TextAsync(siteId, path);

        Assert.That(usual, Does.Contain(mark));
        Assert.That(redesigned, Does.Not.Contain(mark));
        Assert.That(titles, Has.Count.GreaterThan(5));
        Assert.That(titles.Where(t => !redesigned.Contains(t, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task PathPrefix_OtherPath_IsLeftAlone()
    {
        Set(new Trouble { Mode = TroubleMode.Throttle, PathPrefix = "/robots.txt" });
        Assert.That(await StatusAsync("/robots.txt"), Is.EqualTo(429));
        Assert.That(await StatusAsync(Search), Is.EqualTo(200));
    }

    [Test]
    public async Task NoPrefix_ImagesAndRobots_AreLeftAlone()
    {
        Set(new Trouble { Mode = TroubleMode.Captcha });
        Assert.That(await StatusAsync("/robots.txt"), Is.EqualTo(200));
        Assert.That(await StatusAsync("/img/tusk-0000002a-t.png"), Is.EqualTo(200));
    }

    [Test]
    public void SetTrouble_UnknownSite_IsRefusedWithTheNames() =>
        Assert.That(() => _server.Ground.SetTrouble("tg-nix", null), Throws.TypeOf<TrainingGroundException>().With.Message.Contains("tg-markt"));

    private static string Printed(string title, string siteId) => siteId switch
    {
        "tg-kiste" => "\"" + title.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        "tg-social" => System.Text.Json.JsonSerializer.Serialize(title.Split('#')[0].Replace("'", "&#39;", StringComparison.Ordinal).Trim()).Trim('"'),
        _ =>
            ">" + title.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("'", "&#39;", StringComparison.Ordinal) + "<",
    };

    private string DetailPath() => new Uri(_server.Ground.Truth.Adverts.First(a => a.SiteId == "tg-markt").Url).PathAndQuery;

    private void Set(Trouble trouble) => _server.Ground.SetTrouble("tg-markt", trouble);

    private Task<HttpResponseMessage> GetAsync(string path) => _server.GetAsync("tg-markt", path);

    private Task<string> TextAsync(string path) => _server.TextAsync("tg-markt", path);

    private async Task<int> StatusAsync(string path)
    {
        using var response = await GetAsync(path);
        return (int)response.StatusCode;
    }
}
