using System.Net;
using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class RepairsApiTests : ConsoleFixture
{
    private static readonly string Address = $"api/v1/sites/{DriftSeed.SiteId}/repairs";

    [Test]
    public async Task Site_CarriesTheVerdictWithWhatChanged()
    {
        var site = await GetAsync($"api/v1/sites/{DriftSeed.SiteId}");

        Assert.That(site["status"]!["health"]!["condition"]!.GetValue<string>(), Is.EqualTo("drifted"));
        Assert.That(site["status"]!["health"]!["changes"]!.AsArray(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task History_IsNewestFirst()
    {
        var sweeps = (await GetAsync($"api/v1/sites/{DriftSeed.SiteId}/history"))["sweeps"]!.AsArray();

        Assert.That(sweeps.Select(s => s!["condition"]!.GetValue<string>()).Take(4), Is.EqualTo(new[] { "drifted", "drifted", "drifted", "healthy" }));
    }

    [Test]
    public async Task Accept_PutsTheDefinitionIntoForceOnce()
    {
        using var unnamed = await PostAsync("accept", by: null);
        using var accepted = await PostAsync("accept", "An Peeters");
        using var again = await PostAsync("reject", "Jan Peeters");
        var site = await Desk.Store.GetAsync(LedgerCollections.Sites, DriftSeed.SiteId, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unnamed.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("accepted by An Peeters"));
            Assert.That(site!.Value.Version, Is.EqualTo(2));
        }
    }

    [Test]
    public Task Accept_OfAnUnknownRepair_IsNotFound() =>
        ProblemAsync(new HttpRequestMessage(HttpMethod.Post, $"{Address}/nothing/accept?by=An"), HttpStatusCode.NotFound);

    private Task<HttpResponseMessage> PostAsync(string what, string? by) =>
        Desk.Http.PostAsync(new Uri($"{Address}/{DriftSeed.Repair.Id}/{what}{(by is null ? "" : "?by=" + Uri.EscapeDataString(by))}", UriKind.Relative), null);
}
