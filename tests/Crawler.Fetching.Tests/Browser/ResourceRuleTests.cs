using Crawler.Fetching.Browser;
using Crawler.Pages.Addresses;

namespace Crawler.Fetching.Tests.Browser;

public sealed class ResourceRuleTests
{
    [TestCase("script", "GET", "https://static.market.example/app.js", true)]
    [TestCase("script", "GET", "https://cdn.example.net/react.js", true)]
    [TestCase("script", "GET", "https://www.googletagmanager.com/gtm.js", false)]
    [TestCase("stylesheet", "GET", "https://market.example/a.css", true)]
    [TestCase("xhr", "GET", "https://api.market.example/v1/items", true)]
    [TestCase("fetch", "GET", "https://elsewhere.example/items", false)]
    [TestCase("fetch", "POST", "https://www.market.example/graphql", true)]
    [TestCase("fetch", "POST", "https://api.market.example/graphql", false)]
    [TestCase("fetch", "PUT", "https://www.market.example/x", false)]
    [TestCase("fetch", "DELETE", "https://www.market.example/x", false)]
    [TestCase("image", "GET", "https://www.market.example/x.png", false)]
    [TestCase("media", "GET", "https://www.market.example/x.mp4", false)]
    [TestCase("font", "GET", "https://www.market.example/x.woff2", false)]
    [TestCase("websocket", "GET", "https://www.market.example/x", false)]
    [TestCase("ping", "POST", "https://www.market.example/x", false)]
    [TestCase("script", "GET", "chrome-extension://abc/x.js", false)]
    public void Objection_Wish_FollowsTheRule(string type, string method, string url, bool allowed)
    {
        var wish = new ResourceRule.Wish(type, method, new Uri(url), new Uri("https://www.market.example/search"), MainFrame: false, Pictures: false);

        Assert.That(ResourceRule.Objection(wish) is null, Is.EqualTo(allowed), ResourceRule.Objection(wish));
    }

    [TestCase(true, "GET", true)]
    [TestCase(true, "POST", false)]
    [TestCase(false, "GET", false)]
    public void Objection_Document_OnlyThePageItselfAndOnlyReading(bool mainFrame, string method, bool allowed)
    {
        var wish = new ResourceRule.Wish(
            "document", method, new Uri("https://market.example/2"), new Uri("https://market.example/1"), mainFrame, Pictures: false);

        Assert.That(ResourceRule.Objection(wish) is null, Is.EqualTo(allowed));
    }

    [Test]
    public void Objection_Picture_AllowedForScreenshots() => Assert.That(
        ResourceRule.Objection(new ResourceRule.Wish("image", "GET", new Uri("https://img.example/1.png"), new Uri("https://market.example/"), MainFrame: false, Pictures: true)), Is.Null);

    [TestCase("https://www.example.co.uk/", "https://api.example.co.uk/", true)]
    [TestCase("https://one.co.uk/", "https://two.co.uk/", false)]
    [TestCase("https://a.example.de/", "https://example.de/", true)]
    [TestCase("http://127.0.0.1:1/", "http://127.0.0.1:2/", true)]
    [TestCase("http://127.0.0.1/", "http://127.0.0.2/", false)]
    public void Is_TwoAddresses_AreOneSiteByTheirDomain(string a, string b, bool same) => Assert.That(SameSite.Is(new Uri(a), new Uri(b)), Is.EqualTo(same));
}
