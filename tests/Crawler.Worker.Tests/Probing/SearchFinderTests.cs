using Crawler.Pages;
using Crawler.Worker.Probing;

namespace Crawler.Worker.Tests.Probing;

/// <summary>How a site is searched, from an address or from a form.</summary>
public sealed class SearchFinderTests
{
    private const string Form = """<form action="/zoek" role="search"><input type="hidden" name="lang" value="nl"><input type="hidden" name="csrf_token" value="1a2b"><input type="search" name="trefwoord"></form>""";

    [TestCase("https://m.example/search?q=oude+lamp&sort=new", null, "/search?q={query}&sort=new", "oude lamp")]
    [TestCase("https://m.example/l?cat=12&_nkw=lamp", null, "/l?cat=12&_nkw={query}", "lamp")]
    [TestCase("https://m.example/x?wonen=lamp&y=1", "lamp", "/x?wonen={query}&y=1", "lamp")]
    [TestCase("https://m.example/s/oude-lamp", null, "/s/{query|slug}", "oude lamp")]
    [TestCase("https://m.example/te-koop/lamp/gent", "lamp", "/te-koop/{query|slug}/gent", "lamp")]
    [TestCase("https://m.example/zoek?trefwoord=lamp", null, "/zoek?trefwoord={query}", "lamp")]
    [TestCase("https://m.example/api?q=lamp&limit=20&offset=40", null, "/api?q={query}&limit=20&offset={offset}", "lamp")]
    [TestCase("https://m.example/search?q=lamp&page=3", null, "/search?q={query}&page={page}", "lamp")]
    public void Find_AddressOfAResultPage_BecomesATemplate(string address, string? query, string template, string searched)
    {
        var ways = SearchFinder.Find(Page(address, Form), new Uri(address), query);

        Assert.That((ways[0].Url, ways[0].Query), Is.EqualTo((template, searched)));
    }

    [Test]
    public void Find_FrontPageWithAForm_TakesItsFieldAndWhatItSendsAlong()
    {
        var ways = SearchFinder.Find(Page("https://m.example/", Form), new Uri("https://m.example/"), null);

        Assert.That(ways.Select(w => w.Url), Is.EqualTo(new[] { "/zoek?trefwoord={query}&lang=nl" }));
    }

    [Test]
    public void Find_FormThatPosts_IsPosted()
    {
        var ways = SearchFinder.Find(Page("https://m.example/", """<form action="/find" method="post"><input name="keywords"><input type="hidden" name="in" value="all"></form>"""), new Uri("https://m.example/"), null);

        Assert.That(ways[0].Url, Is.EqualTo("/find"));
        Assert.That(ways[0].Post!.Form, Is.EqualTo(new Dictionary<string, string> { ["keywords"] = "{query}", ["in"] = "all" }));
    }

    [TestCase("""<form action="/login"><input name="user"><input type="password" name="p"></form>""")]
    [TestCase("""<form action="/newsletter"><input type="email" name="q"></form>""")]
    [TestCase("""<form action="/contact"><input name="q"><textarea name="t"></textarea></form>""")]
    [TestCase("<p>no form at all</p>")]
    public void Find_OtherForms_AreNoSearch(string html) =>
        Assert.That(SearchFinder.Find(Page("https://m.example/", html), new Uri("https://m.example/"), null), Is.Empty);

    [TestCase("https://www.market.example/x", "market-example")]
    [TestCase("http://127.0.0.1:8701/", "127-0-0-1-8701")]
    public void IdOf_Address_IsMadeOfTheHost(string address, string id) => Assert.That(SiteProbe.IdOf(new Uri(address)), Is.EqualTo(id));

    private static PageContent Page(string url, string html) => new() { Url = new Uri(url), Text = $"<html><body>{html}</body></html>" };
}
