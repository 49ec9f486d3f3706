using Crawler.Contracts.Sites;
using Crawler.Sites.Requests;

namespace Crawler.Sites.Tests.Requests;

public sealed class SearchUrlTests
{
    [TestCase("/s?q={query}", "rood & wit", 1, "https://market.example/s?q=rood%20%26%20wit")]
    [TestCase("/s?q={query|plus}&p={page}", "a b+c", 3, "https://market.example/s?q=a+b%2Bc&p=3")]
    [TestCase("/l/{query|slug}/p/{page}/", "Écaille de Tortue!", 2, "https://market.example/l/ecaille-de-tortue/p/2/")]
    [TestCase("/l/{query|slug}", "Straße 5", 1, "https://market.example/l/strasse-5")]
    [TestCase("/s?q={query|lower}&o={offset}", "ÉTÉ", 4, "https://market.example/s?q=%C3%A9t%C3%A9&o=75")]
    [TestCase("https://api.example/v2?q={query|raw}", "x=1", 1, "https://api.example/v2?q=x=1")]
    public void Render_Template_FillsPlaceholders(string template, string query, int page, string expected)
    {
        Assert.That(SearchUrl.Render(Site(new SearchDefinition { Url = template, PageSize = 25 }), query, page).AbsoluteUri, Is.EqualTo(expected));
    }

    [Test]
    public void Render_SiteThatCountsFromZero_ShiftsThePage()
    {
        var site = Site(new SearchDefinition { Url = "/s?p={page}", FirstPage = 0 });

        Assert.That(SearchUrl.Render(site, "x", 1).Query, Is.EqualTo("?p=0"));
    }

    [Test]
    public void CountsPages_OnlyWithPlaceholder()
    {
        Assert.That(SearchUrl.CountsPages(Site(new SearchDefinition { Url = "/s?q={query}" })), Is.False);
        Assert.That(SearchUrl.CountsPages(Site(new SearchDefinition { Url = "/s?o={offset}" })), Is.True);
    }

    [Test]
    public void DetailUrl_WithTemplate_NeedsAnId()
    {
        var site = Site(new SearchDefinition { Url = "/s" }) with { Detail = new DetailDefinition { Url = "/api/ads/{id}" } };

        Assert.That(DetailUrl.Render(site, "a/7", "/ad/7")?.AbsoluteUri, Is.EqualTo("https://market.example/api/ads/a%2F7"));
        Assert.That(DetailUrl.Render(site, null, "/ad/7")?.AbsoluteUri, Is.EqualTo("https://market.example/ad/7"));
        Assert.That(DetailUrl.Render(site, null, null), Is.Null);
    }

    private static SiteDefinition Site(SearchDefinition search) => new()
    {
        Id = "market",
        Name = "Market",
        Home = new Uri("https://market.example/"),
        Languages = ["nl"],
        Search = search,
    };
}
