using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Crawler.TrainingGround.Tests;

public sealed class TrainingGroundTests
{
    private string _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("ground").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task ChangeAsync_TwentyPricesTenRemovals_ChangesExactlyThoseAndSurvivesARestart()
    {
        WorldChange change;
        Truth before;
        await using (var server = await PracticeServer.StartAsync(_directory))
        {
            before = server.Ground.Truth;
            change = await server.Ground.ChangeAsync(20, 10, CancellationToken.None);
        }

        await using var restarted = await PracticeServer.StartAsync(_directory);
        var after = restarted.Ground.Truth;
        var old = before.Adverts.ToDictionary(a => a.SiteId + a.Id);
        var repriced = after.Adverts.Where(a => a.Price != old[a.SiteId + a.Id].Price).ToList();
        var removed = after.Adverts.Where(a => a.State == "removed").ToList();

        Assert.That(change.Prices, Has.Count.EqualTo(20));
        Assert.That(repriced.Select(a => (a.SiteId, a.Id)), Is.EquivalentTo(change.Prices.Select(p => (p.SiteId, p.AdvertId))));
        Assert.That(removed.Select(a => (a.SiteId, a.Id)), Is.EquivalentTo(change.Removed.Select(r => (r.SiteId, r.AdvertId))));
        Assert.That(removed, Has.Count.EqualTo(10));
        Assert.That(repriced.Concat(removed), Has.All.Property("Expected").True.And.All.Property("Kind").EqualTo("sale"));
        Assert.That(repriced.Select(a => a.PriceIn), Has.All.EqualTo("field"));
        Assert.That(after.Changes, Is.EqualTo(1));
    }

    [Test]
    public async Task ChangeAsync_ManyRemovals_AnswersEachSiteInItsWay()
    {
        await using var server = await PracticeServer.StartAsync();
        await server.Ground.ChangeAsync(0, 120, CancellationToken.None);

        var expected = new Dictionary<string, HttpStatusCode>
        {
            ["tg-markt"] = HttpStatusCode.Gone, ["tg-kiste"] = HttpStatusCode.NotFound, ["tg-shop"] = HttpStatusCode.OK,
            ["tg-forum"] = HttpStatusCode.NotFound, ["tg-social"] = HttpStatusCode.NotFound, ["tg-onion"] = HttpStatusCode.Gone,
        };
        foreach (var (siteId, status) in expected)
        {
            var advert = server.Ground.Truth.Adverts.First(a => a.SiteId == siteId && a.State == "removed");
            using var response = await server.Client.GetAsync(new Uri(advert.Url));
            Assert.That(response.StatusCode, Is.EqualTo(status), siteId);
            if (status is HttpStatusCode.OK)
                Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("item-gone").And.Contains("no longer available"));
        }
    }

    [Test]
    public async Task ChangeAsync_Removed_VanishesFromSearch()
    {
        await using var server = await PracticeServer.StartAsync();
        var change = await server.Ground.ChangeAsync(0, 100, CancellationToken.None);
        var gone = change.Removed.Where(r => r.SiteId == "tg-shop").Select(r => r.AdvertId).ToList();
        var found = await Sites.SiteProbe.SearchAsync(server, "tg-shop", "");
        Assert.That(gone, Is.Not.Empty);
        Assert.That(found.Intersect(gone), Is.Empty);
    }

    [Test]
    public async Task ChangeAsync_Price_ChangesThePageAndItsTag()
    {
        await using var server = await PracticeServer.StartAsync();
        var before = server.Ground.Truth;
        var change = (await server.Ground.ChangeAsync(0, 0, CancellationToken.None), await server.Ground.ChangeAsync(40, 0, CancellationToken.None)).Item2;
        var price = change.Prices.First(p => p.SiteId == "tg-shop");
        var advert = before.Adverts.First(a => a.SiteId == "tg-shop" && a.Id == price.AdvertId);
        var body = await server.Client.GetStringAsync(new Uri(advert.Url));
        Assert.That(body, Does.Contain(FormattableString.Invariant($"\"price\":{price.NewPrice}")));
    }

    [Test]
    public async Task Detail_AskedAgainWithItsTag_IsNotModified()
    {
        await using var server = await PracticeServer.StartAsync();
        var advert = server.Ground.Truth.Adverts[0];
        using var first = await server.Client.GetAsync(new Uri(advert.Url));
        using var request = new HttpRequestMessage(HttpMethod.Get, advert.Url);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await server.Client.SendAsync(request);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(first.Content.Headers.LastModified, Is.EqualTo(advert.PostedAt));
    }

    [TestCase("br")]
    [TestCase("gzip")]
    public async Task Search_WithAcceptEncoding_IsCompressed(string encoding)
    {
        await using var server = await PracticeServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url("tg-shop", "/search?q=ivory"));
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var response = await server.Client.SendAsync(request);
        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo([encoding]));
    }

    [Test]
    public async Task Requests_EachOne_IsRecordedInMemoryAndInTheFile()
    {
        await using var server = await PracticeServer.StartAsync(_directory);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url("tg-forum", "/search?keywords=%C3%A9caille&start=0"));
        request.Headers.UserAgent.ParseAdd("Patrol/1.0");
        request.Headers.Add("Cookie", "a=b");
        using var response = await server.Client.SendAsync(request);
        await response.Content.ReadAsStringAsync();

        var record = server.Ground.Requests.Single();
        Assert.That(record, Has.Property("SiteId").EqualTo("tg-forum").And.Property("UserAgent").EqualTo("Patrol/1.0").And.Property("Status").EqualTo(200)
            .And.Property("HasCookies").True.And.Property("Kind").EqualTo("search").And.Property("PathAndQuery").EqualTo("/search?keywords=%C3%A9caille&start=0"));
        Assert.That(record.At, Is.EqualTo(server.Time.GetUtcNow()));
        using var file = new StreamReader(new FileStream(Path.Combine(_directory, "requests.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.That(JsonSerializer.Deserialize<RequestRecord>(await file.ReadToEndAsync(), GroundJson.Options), Is.EqualTo(record));
    }

    [Test]
    public async Task StartAsync_TruthFile_EqualsTheTruth()
    {
        await using var server = await PracticeServer.StartAsync(_directory);
        var written = JsonSerializer.Deserialize<Truth>(await File.ReadAllTextAsync(Path.Combine(_directory, "truth.json")), GroundJson.Options)!;
        Assert.That(written.Adverts.Select(a => (a.Url, a.Expected)), Is.EqualTo(server.Ground.Truth.Adverts.Select(a => (a.Url, a.Expected))));
    }

    [Test]
    public void StartAsync_TakenPort_NamesPortAndSite()
    {
        using var blocker = new TcpListener(IPAddress.Loopback, 0);
        blocker.Start();
        var port = ((IPEndPoint)blocker.LocalEndpoint).Port;
        Assert.That(
            async () => await TrainingGround.StartAsync(new TrainingGroundOptions { BasePort = port }, TimeProvider.System, CancellationToken.None),
            Throws.TypeOf<TrainingGroundException>().With.Message.Contains($"{port}").And.Message.Contains("control page"));
    }

    [Test]
    public async Task StartAsync_FolderOfAnotherSeed_IsRefused()
    {
        await using (var server = await PracticeServer.StartAsync(_directory))
            await server.Ground.ChangeAsync(1, 0, CancellationToken.None);
        Assert.That(
            async () => await TrainingGround.StartAsync(
                new TrainingGroundOptions { Seed = 1, BasePort = 0, StateDirectory = _directory }, TimeProvider.System, CancellationToken.None),
            Throws.TypeOf<TrainingGroundException>().With.Message.Contains("2026"));
    }

    [Test]
    public async Task Control_OverHttp_SwitchesTroubleChangesTheWorldAndTellsTheTruth()
    {
        await using var server = await PracticeServer.StartAsync();
        var control = server.Ground.ControlUrl;

        using var trouble = await server.Client.PostAsync(new Uri(control, "/trouble/tg-shop?mode=redesign&redesign=new-cards&first=5&kind=search"), null);
        using var change = await server.Client.PostAsync(new Uri(control, "/change?prices=3&remove=2"), null);
        var truth = JsonSerializer.Deserialize<Truth>(await server.Client.GetStringAsync(new Uri(control, "/truth")), GroundJson.Options)!;

        Assert.That(trouble.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            server.Ground.GetTrouble("tg-shop"),
            Is.EqualTo(new Trouble { Mode = TroubleMode.Redesign, Redesign = RedesignVariant.NewCards, First = 5, Kind = PageKind.Search }));
        Assert.That(truth.Adverts.Count(a => a.State == "removed"), Is.EqualTo(2));
        using var off = await server.Client.DeleteAsync(new Uri(control, "/trouble/tg-shop"));
        Assert.That(server.Ground.GetTrouble("tg-shop"), Is.Null);
        Assert.That(await server.Client.GetStringAsync(control), Does.Contain("Lantern Market"));
    }

    [TestCase("/trouble/tg-shop?mode=explode", "throttle")]
    [TestCase("/trouble/tg-shop?mode=slow&delay=soon", "delay")]
    [TestCase("/trouble/tg-shop?mode=slow&speed=1", "speed")]
    [TestCase("/trouble/nowhere?mode=slow", "tg-markt")]
    [TestCase("/change?prices=-1", "prices")]
    public async Task Control_BadRequest_SaysWhatWouldBeValid(string path, string mentions)
    {
        await using var server = await PracticeServer.StartAsync();
        using var response = await server.Client.PostAsync(new Uri(server.Ground.ControlUrl, path), null);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(mentions));
    }
}
