using System.Net;
using Crawler.Ledger.Collections;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class SitesAndHealthApiTests : ConsoleFixture
{
    [Test]
    public async Task Sites_CarryHowTheyLastFared()
    {
        var sites = (await GetAsync("api/v1/sites")).AsArray();

        var kram = sites.Single(s => s!["site"]!["id"]!.GetValue<string>() == "kram")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sites, Has.Count.EqualTo(6));
            Assert.That(kram["status"]!["lastOutcome"]!.GetValue<string>(), Is.EqualTo("drifted"));
        }
    }

    [Test]
    public async Task Disable_ThenEnable_TurnsTheKillSwitch()
    {
        using var off = await Desk.Http.PostAsync(new Uri("api/v1/sites/murmur/disable", UriKind.Relative), null);
        var stored = await Desk.Store.GetAsync(LedgerCollections.Sites, "murmur", CancellationToken.None);
        using var on = await Desk.Http.PostAsync(new Uri("api/v1/sites/murmur/enable", UriKind.Relative), null);
        var again = await Desk.Store.GetAsync(LedgerCollections.Sites, "murmur", CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(off.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(stored!.Value.Enabled, Is.False);
            Assert.That(again!.Value.Enabled, Is.True);
        }
    }

    [Test]
    public Task Disable_OfAnUnknownSite_IsNotFound() =>
        ProblemAsync(new HttpRequestMessage(HttpMethod.Post, "api/v1/sites/nowhere/disable"), HttpStatusCode.NotFound);

    [Test]
    public async Task Health_WithStoreAndBusUp_IsOk()
    {
        var health = await GetAsync("api/v1/health");

        Assert.That(health["status"]!.GetValue<string>(), Is.EqualTo("ok"));
    }

    [Test]
    public async Task OpenApi_DescribesEveryFeature()
    {
        var document = await GetAsync("openapi/v1.json");

        var paths = document["paths"]!.AsObject().Select(p => p.Key).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(paths, Is.SupersetOf(new[] { "/api/v1/listings", "/api/v1/listings/{id}", "/api/v1/blobs/{sha256}", "/api/v1/watch-lists/{id}/run", "/api/v1/sweeps/{id}", "/api/v1/sites", "/api/v1/health" }));
            Assert.That(
                document["paths"]!["/api/v1/listings"]!["get"]!["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()),
                Is.SupersetOf(new[] { "text", "site", "minPrice", "sort", "after", "facets" }));
        }
    }

    [Test]
    public Task Api_OfAnUnknownAddress_IsAProblemNotAPage() => ProblemAsync("api/v1/nothing", HttpStatusCode.NotFound);
}
