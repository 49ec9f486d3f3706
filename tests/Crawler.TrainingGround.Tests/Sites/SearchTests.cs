using System.Net;
using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.Tests.Sites;

/// <summary>What the sites show, over real HTTP, against what the truth says.</summary>
public sealed class SearchTests
{
    private static readonly string[] Ids = ["tg-markt", "tg-kiste", "tg-shop", "tg-forum", "tg-social", "tg-onion"];

    private PracticeServer _server = null!;
    private Truth _truth = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await PracticeServer.StartAsync();
        _truth = _server.Ground.Truth;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCaseSource(nameof(Ids))]
    public async Task Search_EveryDemoTerm_LeadsToExactlyTheExpectedAdverts(string siteId)
    {
        var seen = new HashSet<string>();
        foreach (var term in PlainTerms.Demo)
            seen.UnionWith(await SiteProbe.SearchAsync(_server, siteId, term.Text));

        var truth = _truth.Adverts.Where(a => a.SiteId == siteId).ToDictionary(a => a.Id);
        Assert.That(seen.Where(id => !truth.ContainsKey(id)), Is.Empty);
        Assert.That(truth.Values.Where(a => a.Expected && !seen.Contains(a.Id)), Is.Empty);
        Assert.That(seen.Count(id => !truth[id].Expected), Is.GreaterThan(3), "decoys and disallowed rows");
        Assert.That(seen.Where(id => truth[id].Disallowed), Is.Not.Empty);
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Search_ManyPages_ShowsEachAdvertOnceNewestFirst(string siteId)
    {
        var ids = await SiteProbe.SearchAsync(_server, siteId, siteId is "tg-social" ? "a" : "");

        var posted = _truth.Adverts.Where(a => a.SiteId == siteId).ToDictionary(a => a.Id, a => a.PostedAt);
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.Count.GreaterThan(siteId is "tg-social" ? 0 : 200));
        Assert.That(ids.Select(i => posted[i]), Is.Ordered.Descending);
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Search_Nonsense_IsAnEmptyPageWithStatus200(string siteId)
    {
        using var response = await _server.GetAsync(siteId, SiteProbe.First(siteId, "qwzxv"));
        var body = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(SiteProbe.Rows(siteId, body), Is.Empty);
        Assert.That(body, Does.Contain(siteId switch
        {
            "tg-markt" => "Geen zoekertjes gevonden",
            "tg-kiste" => "\"treffer\":0",
            "tg-shop" => "nothing matches",
            "tg-forum" => "Aucun résultat. Keine Treffer.",
            "tg-social" => "\"statuses\":[]",
            _ => "0 listings match",
        }));
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Detail_EveryTwentiethAdvert_ShowsTitleTextAndImages(string siteId)
    {
        foreach (var advert in _truth.Adverts.Where(a => a.SiteId == siteId).Where((_, i) => i % 20 == 0))
        {
            var path = siteId is "tg-kiste" ? "/api/anzeigen/" + advert.Id : new Uri(advert.Url).PathAndQuery;
            var body = WebUtility.HtmlDecode(await _server.TextAsync(siteId, path));
            var title = siteId is "tg-kiste" ? advert.Title.Replace("\"", "\\\"", StringComparison.Ordinal) : advert.Title.Split('#')[0].Trim();
            Assert.That(body, Does.Contain(title), advert.Url);
            Assert.That(System.Text.RegularExpressions.Regex.Count(body, @"-f\.png"), Is.GreaterThanOrEqualTo(advert.Images), advert.Url);
        }
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Robots_EverySite_DisallowsExactlyTheHiddenPages(string siteId)
    {
        var rules = (await _server.TextAsync(siteId, "/robots.txt")).Split('\n').Where(l => l.StartsWith("Disallow: ", StringComparison.Ordinal))
            .Select(l => "^" + System.Text.RegularExpressions.Regex.Escape(l["Disallow: ".Length..]).Replace("\\*", ".*", StringComparison.Ordinal)).ToList();

        var wrong = _truth.Adverts.Where(a => a.SiteId == siteId)
            .Where(a => rules.Exists(r => System.Text.RegularExpressions.Regex.IsMatch(new Uri(a.Url).PathAndQuery, r)) != a.Disallowed);
        Assert.That(wrong.Select(a => a.Url), Is.Empty);
    }

    [Test]
    public async Task Image_Thumbnail_IsAPng()
    {
        using var response = await _server.GetAsync("tg-onion", "/img/tusk-0000002a-t.png");
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/png"));
    }

    [Test]
    public async Task Vendor_OnionTrader_ShowsAKeyBlock()
    {
        var advert = _truth.Adverts.First(a => a.SiteId == "tg-onion");
        Assert.That(await _server.TextAsync("tg-onion", "/vendor?n=" + advert.Handle), Does.Contain("BEGIN PGP PUBLIC KEY BLOCK"));
    }

    [Test]
    public async Task Shell_Kiste_HoldsNoListing() =>
        Assert.That(await _server.TextAsync("tg-kiste", "/suche?begriff=Elfenbein"), Does.Not.Contain("/anzeige/").And.Contains("app.js"));

    [Test]
    public async Task Api_Social_HasAccountsAndMedia()
    {
        var advert = _truth.Adverts.First(a => a.SiteId == "tg-social" && a.Images > 0);
        var status = await _server.TextAsync("tg-social", "/api/v1/statuses/" + advert.Id);
        Assert.That(status, Does.Contain("\"preview_url\":").And.Contains("\"acct\":\"" + advert.Handle));
        Assert.That(await _server.TextAsync("tg-social", "/api/v1/accounts/lookup?acct=" + advert.Handle), Does.Contain("\"display_name\":"));
    }
}
