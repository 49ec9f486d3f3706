using Crawler.Contracts.Sites;
using Crawler.Sites.Files;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Tests.Files;

public sealed class SiteDefinitionFileTests
{
    private const string Smallest = """
        id: market
        name: Market
        home: https://market.example/
        languages: [nl, fr]
        search:
          url: /search?q={query}
        """;

    [Test]
    public void Parse_SmallestDefinition_TakesTheDefaults()
    {
        var site = Definition(Smallest);

        Assert.Multiple(() =>
        {
            Assert.That(site.Id, Is.EqualTo("market"));
            Assert.That(site.Languages, Is.EqualTo(new[] { "nl", "fr" }));
            Assert.That(site.Kind, Is.EqualTo(SiteKind.Marketplace));
            Assert.That(site.Pace, Is.EqualTo(new PacePolicy()));
            Assert.That(site.Robots.Obey, Is.True);
            Assert.That(site.Fetch.Timeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(site.Search.Paging, Is.EqualTo(Paging.Auto));
            Assert.That(site.Search.Rows, Is.Empty);
        });
    }

    [Test]
    public void Parse_MeasuresAndFlags_AreUnderstoodAsPeopleWriteThem()
    {
        var site = Definition(Smallest + """

            country: NO
            verified: no
            kind: darkMarket
            pace: {delay: 100ms, concurrency: 3}
            fetch: {mode: browser, timeout: 1.5m, maxBytes: 2MB}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(site.Country, Is.EqualTo("NO"));
            Assert.That(site.Verified, Is.False);
            Assert.That(site.Kind, Is.EqualTo(SiteKind.DarkMarket));
            Assert.That(site.Pace.Delay, Is.EqualTo(TimeSpan.FromMilliseconds(100)));
            Assert.That(site.Pace.Concurrency, Is.EqualTo(3));
            Assert.That(site.Fetch.Mode, Is.EqualTo(FetchMode.Browser));
            Assert.That(site.Fetch.Timeout, Is.EqualTo(TimeSpan.FromSeconds(90)));
            Assert.That(site.Fetch.MaxBytes, Is.EqualTo(2 * 1024 * 1024));
        });
    }

    [Test]
    public void Parse_FieldRules_HaveTheirFourForms()
    {
        var fields = Definition(Smallest + """

              rows: li.ad
              fields:
                id: "@data-id"
                url: "a.t[href*='@']@href"
                title: [h2, "a@title"]
                currency: {value: EUR}
                sponsored: {select: .top, exists: true}
            """).Search.Fields;

        Assert.Multiple(() =>
        {
            Assert.That(fields["id"], Is.EqualTo(new[] { new FieldRule { Attribute = "data-id" } }));
            Assert.That(fields["url"], Is.EqualTo(new[] { new FieldRule { Select = "a.t[href*='@']", Attribute = "href" } }));
            Assert.That(fields["title"], Is.EqualTo(new[] { new FieldRule { Select = "h2" }, new FieldRule { Select = "a", Attribute = "title" } }));
            Assert.That(fields["currency"], Is.EqualTo(new[] { new FieldRule { Value = "EUR" } }));
            Assert.That(fields["sponsored"], Is.EqualTo(new[] { new FieldRule { Select = ".top", Exists = true } }));
        });
    }

    [Test]
    public void Parse_HealthFloors_AreSharesOrPercentages()
    {
        var health = Definition(Smallest + """

            health: {probe: tafel, minRows: 20, fill: {title: 100%, price: 0.8}, detailFill: {description: 62.5 %}}
            """).Health;

        Assert.That((health.Probe, health.MinRows), Is.EqualTo(("tafel", 20)));
        Assert.That(health.Fill, Is.EquivalentTo(new Dictionary<string, double> { ["title"] = 1, ["price"] = 0.8 }));
        Assert.That(health.DetailFill, Is.EquivalentTo(new Dictionary<string, double> { ["description"] = 0.625 }));
    }

    [TestCase("serch: {url: /x}", 7, 1, "did you mean 'search'")]
    [TestCase("pace: {dealy: 2s}", 7, 8, "did you mean 'delay'")]
    [TestCase("pace: {delay: soon}", 7, 15, "100ms")]
    [TestCase("pace: {concurrency: 0}", 7, 21, "from 1 to 32")]
    [TestCase("kind: bazaar", 7, 7, "marketplace")]
    [TestCase("robots: {obey: no}", 7, 16, "robots.legalBasis")]
    [TestCase("country: Belgium", 7, 10, "ISO 3166")]
    [TestCase("enabled: perhaps", 7, 10, "neither yes nor no")]
    [TestCase("learned: {at: soon}", 7, 15, "not an instant")]
    [TestCase("learned: {rowsSeen: 3}", 7, 10, "learned.at is required")]
    [TestCase("detail: {idFromUrl: '(['}", 7, 21, "regular expression")]
    [TestCase("detail: {fields: {title: 'h1[['}}", 7, 26, "CSS selector")]
    [TestCase("detail: {format: json, fields: {title: 'h1'}}", 7, 40, "begins with $")]
    [TestCase("detail: {url: '/x/{ident}'}", 7, 15, "{id}")]
    [TestCase("states: {empty: 'text:'}", 7, 17, "three letters")]
    [TestCase("fetch: {headers: {Cookie: a=b}}", 7, 27, "credential")]
    [TestCase("access: {via: proxy}", 7, 15, "Fetching:Proxies")]
    [TestCase("access: {via: torr}", 7, 15, "direct, proxy, tor")]
    [TestCase("access: {proxy: office}", 7, 17, "via: proxy")]
    [TestCase("login: {url: /login}", 7, 14, "login.fields is required")]
    [TestCase("login: {fields: {user: {env: PATROL_SECRET_U}}}", 7, 8, "either url and fields")]
    [TestCase("login: {url: /l, fields: {user: officer}}", 7, 33, "must say where the value is kept")]
    [TestCase("login: {url: /l, fields: {user: {env: PATH}}}", 7, 33, "PATROL_SECRET_")]
    [TestCase("login: {url: /l, fields: {user: {file: ../passwd}}}", 7, 33, "without a path")]
    [TestCase("login: {url: /l, fields: {password: {value: abc}}}", 7, 37, "does not belong in a site file")]
    [TestCase("login: {url: /l, fields: {user: {env: PATROL_SECRET_U, file: u}}}", 7, 33, "needs one of")]
    [TestCase("login: {cookies: {sid: {enf: X}}}", 7, 25, "did you mean 'env'")]
    [TestCase("login: {cookies: {sid: {env: PATROL_SECRET_S}}, signedIn: 'a[['}", 7, 59, "login.signedIn")]
    [TestCase("health: {fill: {titel: 1}}", 7, 17, "did you mean 'title'")]
    [TestCase("health: {fill: {title: 1.2}}", 7, 24, "a share from 0 to 1")]
    [TestCase("health: {minRows: -3}", 7, 19, "from 1 to 10000")]
    public void Parse_Mistake_NamesPlaceAndRemedy(string line, int expectedLine, int expectedColumn, string expectedWords)
    {
        var reading = SiteDefinitionFile.Parse(Smallest + "\n" + line, "x.yaml");

        Assert.That(reading.Definition, Is.Null);
        Assert.That(reading.Errors.Select(e => (e.Line, e.Column)), Does.Contain((expectedLine, expectedColumn)));
        Assert.That(string.Join('\n', reading.Errors), Does.Contain(expectedWords).And.Contain($"x.yaml:{expectedLine}:{expectedColumn}"));
    }

    [TestCase("", false)]
    [TestCase("access: {via: proxy, proxy: office}", false)]
    [TestCase("access: {via: tor}", true)]
    public void Parse_OnionHome_NeedsTor(string access, bool sound)
    {
        var reading = SiteDefinitionFile.Parse(Smallest.Replace("https://market.example/", "http://abc.onion/", StringComparison.Ordinal) + "\n" + access, "x.yaml");

        Assert.That(reading.Errors, sound ? Is.Empty : Has.One.Matches<SiteFileError>(e => e.Message.Contains("access: {via: tor}", StringComparison.Ordinal)));
    }

    [TestCase("")]
    [TestCase("[1, 2")]
    [TestCase("just words")]
    [TestCase("id: a\nid: b")]
    [TestCase("a: &a [*a]")]
    [TestCase("--- 1\n--- 2")]
    public void Parse_NotASiteFile_IsAnErrorNotAnException(string text)
    {
        var reading = SiteDefinitionFile.Parse(text, "x.yaml");

        Assert.That(reading.Definition, Is.Null);
        Assert.That(reading.Errors, Is.Not.Empty);
    }

    [Test]
    public void Parse_SeveralMistakes_ReportsAllInFileOrder()
    {
        var reading = SiteDefinitionFile.Parse("id: A B\nhome: here\nlanguages: [dutch]\n", "x.yaml");

        Assert.That(reading.Errors.Select(e => e.Line), Is.Ordered);
        Assert.That(reading.Errors, Has.Count.EqualTo(5));
    }

    private static SiteDefinition Definition(string text)
    {
        var reading = SiteDefinitionFile.Parse(text, "x.yaml");
        Assert.That(reading.Errors, Is.Empty);
        return reading.Definition!;
    }
}
