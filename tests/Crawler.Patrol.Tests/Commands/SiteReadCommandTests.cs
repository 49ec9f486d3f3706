using System.Globalization;
using System.Text;
using System.Text.Json;
using Crawler.Patrol.Commands;

namespace Crawler.Patrol.Tests.Commands;

[TestFixture]
internal sealed class SiteReadCommandTests
{
    private const string SearchUrl = "http://markt.example/zoeken?q=ivoor";

    private static readonly string[] RowMembers = ["id", "url", "title", "price", "currency", "image", "location", "sponsored", "tiers"];
    private static readonly string[] DetailMembers =
        ["kind", "id", "title", "price", "currency", "description", "images", "seller", "location", "postedAt", "tiers"];

    private PatrolCall _patrol = null!;

    [SetUp]
    public void Begin() => _patrol = new PatrolCall();

    [TearDown]
    public void End() => _patrol.Dispose();

    [Test]
    public async Task Read_SearchPageAsJson_HasExactlyTheAgreedMembers()
    {
        var answer = await _patrol.RunAsync("site", "read", Save("page.html", ResultPage()), "--url", SearchUrl, "--kind", "search", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        var root = json.RootElement;
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(Names(root), Is.EqualTo(["kind", "rows", "nextPage", "tiers"]));
        Assert.That(root.GetProperty("kind").GetString(), Is.EqualTo("search"));
        Assert.That(root.GetProperty("rows").GetArrayLength(), Is.EqualTo(6));
        foreach (var row in root.GetProperty("rows").EnumerateArray())
        {
            Assert.That(Names(row), Is.EqualTo(RowMembers));
        }

        var first = root.GetProperty("rows")[0];
        Assert.That(first.GetProperty("title").GetString(), Is.EqualTo("Ivoren beeldje nummer 1"));
        Assert.That(first.GetProperty("url").GetString(), Is.EqualTo("http://markt.example/a/1001"));
        Assert.That(first.GetProperty("price").GetDecimal(), Is.EqualTo(101m));
        Assert.That(first.GetProperty("currency").GetString(), Is.EqualTo("EUR"));
    }

    [Test]
    public async Task Read_AdvertPageAsJson_HasExactlyTheAgreedMembers()
    {
        var answer = await _patrol.RunAsync(
            "site", "read", Save("advert.html", AdvertPage), "--url", "http://markt.example/a/1001", "--kind", "detail", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        var root = json.RootElement;
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(Names(root), Is.EqualTo(DetailMembers));
        Assert.That(root.GetProperty("title").GetString(), Is.EqualTo("Ivoren beeldje nummer 1"));
        Assert.That(root.GetProperty("price").GetDecimal(), Is.EqualTo(101.5m));
        Assert.That(root.GetProperty("postedAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(root.GetProperty("tiers").GetProperty("title").GetString(), Is.Not.Empty);
    }

    [TestCase("page.html", "search")]
    [TestCase("advert.html", "detail")]
    public async Task Read_KindNotSaid_IsToldFromThePage(string name, string kind)
    {
        string file = Save(name, name == "page.html" ? ResultPage() : AdvertPage);

        var answer = await _patrol.RunAsync("site", "read", file, "--url", kind == "search" ? SearchUrl : "http://markt.example/a/1001", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.GetProperty("kind").GetString(), Is.EqualTo(kind));
    }

    [Test]
    public async Task Read_WithSiteDefinition_GoesByIt()
    {
        Directory.CreateDirectory(Path.Combine(_patrol.Home, "sites"));
        await File.WriteAllTextAsync(Path.Combine(_patrol.Home, "sites", "markt.yaml"), """
            id: markt
            name: Markt
            home: http://markt.example/
            languages: [nl]
            search:
              url: /zoeken?q={query}
              rows: li.advert
              fields:
                title: span.t
            """);

        var answer = await _patrol.RunAsync(
            "site", "read", Save("page.html", ResultPage()), "--url", SearchUrl, "--site", "markt", "--kind", "search", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.GetProperty("rows")[0].GetProperty("tiers").GetProperty("title").GetString(), Is.EqualTo("definition"), answer.Error);
    }

    [Test]
    public async Task Read_AsText_ShowsRowsAndTheirNumber()
    {
        var answer = await _patrol.RunAsync("site", "read", Save("page.html", ResultPage()), "--url", SearchUrl);

        Assert.That(answer.Out, Does.Contain("Ivoren beeldje nummer 6").And.Contains("101 EUR").And.Contains("6 rows; next page: "));
    }

    [Test]
    public async Task Read_PageThatIsNoResultPage_IsSaidAloud()
    {
        var answer = await _patrol.RunAsync(
            "site", "read", Save("page.html", "<html><body><p>x</p></body></html>"), "--url", SearchUrl, "--kind", "search", "--json");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Does.Match("^patrol: .*page.html: [a-z ]+"));
    }

    [TestCase("--url", "markt.example", ExitCodes.WrongUsage, "--url is 'markt.example'")]
    [TestCase("--url", SearchUrl, ExitCodes.Failed, "there is no sound site definition 'nosuch'", "--site", "nosuch")]
    [TestCase("--kind", "search", ExitCodes.WrongUsage, "needs --url")]
    public async Task Read_WronglyAsked_SaysWhatIsWrong(string option, string value, int exitCode, string message, params string[] more)
    {
        var answer = await _patrol.RunAsync(["site", "read", Save("page.html", ResultPage()), option, value, .. more]);

        Assert.That(answer.ExitCode, Is.EqualTo(exitCode));
        Assert.That(answer.Error, Does.Contain(message));
        Assert.That(answer.Out, Is.Empty);
    }

    [Test]
    public async Task Read_NoSuchFile_Fails()
    {
        var answer = await _patrol.RunAsync("site", "read", "nosuch.html", "--url", SearchUrl);

        Assert.That(answer.Error, Is.EqualTo("patrol: there is no file nosuch.html\n"));
    }

    private const string AdvertPage = """
        <html lang="nl"><head><title>Ivoren beeldje nummer 1 - Markt</title>
        <script type="application/ld+json">
        {"@context":"https://schema.org","@type":"Product","name":"Ivoren beeldje nummer 1","sku":"1001","description":"Oud beeldje van ivoor, zonder papieren, alleen afhalen.",
         "offers":{"@type":"Offer","price":"101.50","priceCurrency":"EUR"}}
        </script></head>
        <body><h1>Ivoren beeldje nummer 1</h1><p>€ 101,50</p><p>Oud beeldje van ivoor, zonder papieren, alleen afhalen.</p></body></html>
        """;

    private static string ResultPage()
    {
        var page = new StringBuilder("<html lang=\"nl\"><head><title>ivoor - Markt</title></head><body><h1>Resultaten voor ivoor</h1><ul>");
        for (int i = 1; i <= 6; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <li class="advert"><a href="/a/{1000 + i}"><img src="/b/{i}.jpg"><span class="t">Ivoren beeldje nummer {i}</span></a>
                <span class="p">€ {100 + i},00</span><span class="l">Gent</span></li>
                """);
        }

        return page.Append("</ul></body></html>").ToString();
    }

    private string Save(string name, string text)
    {
        string file = Path.Combine(_patrol.Home, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
