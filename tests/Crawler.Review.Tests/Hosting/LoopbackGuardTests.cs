using System.Net;
using Crawler.Review.Tests.Api;

namespace Crawler.Review.Tests.Hosting;

[TestFixture]
[Category("Server")]
internal sealed class LoopbackGuardTests : ConsoleFixture
{
    [TestCase("desk.example")]
    [TestCase("127.0.0.1.desk.example")]
    [TestCase("10.0.0.4")]
    public async Task Request_UnderAnotherName_IsRefused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/listings");
        request.Headers.Host = host;

        var problem = await ProblemAsync(request, HttpStatusCode.Forbidden);

        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain(host));
    }

    [TestCase("localhost")]
    [TestCase("[::1]")]
    public async Task Request_UnderALoopbackName_IsServed(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/health");
        request.Headers.Host = host;

        using var response = await Desk.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("POST", "https://evil.example")]
    [TestCase("POST", "null")]
    [TestCase("GET", "http://127.0.0.1:1")]
    public async Task Request_OfAnotherOrigin_IsRefused(string method, string origin)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/v1/watch-lists/ivory-benelux/pause");
        request.Headers.Add("Origin", origin);

        await ProblemAsync(request, HttpStatusCode.Forbidden);
    }

    [TestCase("cross-site")]
    [TestCase("same-site")]
    public async Task Change_FromAnotherSite_IsRefusedEvenWithoutAnOrigin(string site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/watch-lists/ivory-benelux/pause");
        request.Headers.Add("Sec-Fetch-Site", site);

        await ProblemAsync(request, HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Page_CarriesAPolicyThatAllowsNothingFromElsewhere()
    {
        using var response = await Desk.Http.GetAsync(new Uri("", UriKind.Relative));

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("frame-ancestors 'none'"));
            Assert.That(policy, Does.Not.Contain("http:").And.Not.Contain("unsafe-eval"));
            Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
            Assert.That(response.Headers.GetValues("X-Frame-Options"), Is.EqualTo(new[] { "DENY" }));
        }
    }

    [TestCase("desk/blazor.web.js", "text/javascript")]
    [TestCase("_content/Crawler.Review/console.js", "text/javascript")]
    [TestCase("_content/Crawler.Review/css/tokens.css", "text/css")]
    [TestCase("_content/Radzen.Blazor/css/standard-base.css", "text/css")]
    [TestCase("_content/Radzen.Blazor/Radzen.Blazor.min.js", "text/javascript")]
    public async Task Asset_OfEveryPage_IsServedFromHere(string address, string type)
    {
        using var response = await Desk.Http.GetAsync(new Uri(address, UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
            Assert.That((await response.Content.ReadAsByteArrayAsync()).Length, Is.GreaterThan(100));
        }
    }
}
