using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;

namespace Crawler.Extraction.Tests;

public sealed class DefinitionReadingTests
{
    private const string Rows = """
        <html lang="nl"><body><nav><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a></nav><ul>
        <li class="ad" data-id="7"><a class="t" href="/ad/7?utm_source=x#top">Oude <b>viool</b></a><span class="p">€ 1.234,50</span><img src="data:image/gif;base64,R0" data-src="/i/7.jpg"><i class="where">Gent</i></li>
        <li class="ad" data-id="8"><a class="t" href="/ad/8">Strijkstok</a><span class="p">Bieden</span><img src="/i/8.jpg"><em class="top">Topadvertentie</em></li>
        </ul><a class="more" href="?p=2">meer</a></body></html>
        """;

    private const string Definition = """
        search:
          url: /s?q={query}
          rows: li.ad
          fields:
            id: "@data-id"
            url: "a.t@href"
            title: a.t
            price: .p
            image: img
            location: .where
            sponsored: {select: .top, exists: true}
          nextPage: "a.more@href"
        """;

    [Test]
    public void ReadSearch_WithSelectors_ReadsWhatTheySay()
    {
        var reading = Reading.Search(Rows, Definition);

        Assert.Multiple(() =>
        {
            Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok));
            Assert.That(reading.Rows, Has.Count.EqualTo(2));
            Assert.That(reading.Rows[0].Id, Is.EqualTo("7"));
            Assert.That(reading.Rows[0].Url, Is.EqualTo("https://market.example/ad/7"));
            Assert.That(reading.Rows[0].Title, Is.EqualTo("Oude viool"));
            Assert.That(reading.Rows[0].Price?.Amount, Is.EqualTo(1234.50m));
            Assert.That(reading.Rows[0].Price?.Currency, Is.EqualTo("EUR"));
            Assert.That(reading.Rows[0].Image, Is.EqualTo("https://market.example/i/7.jpg"));
            Assert.That(reading.Rows[0].Location, Is.EqualTo("Gent"));
            Assert.That(reading.Rows[0].Sponsored, Is.False);
            Assert.That(reading.Rows[1].Price?.Kind, Is.EqualTo(PriceKind.Bid));
            Assert.That(reading.Rows[1].Sponsored, Is.True);
            Assert.That(reading.Rows[0].Tiers["price"], Is.EqualTo("definition"));
            Assert.That(reading.NextPage?.AbsoluteUri, Is.EqualTo("https://market.example/search?p=2"));
        });
    }

    [Test]
    public void ReadSearch_RowSelectorFitsNothing_RowsAreSavedByStructureAndTheReadingTells()
    {
        var reading = Reading.Search(Rows.Replace("class=\"ad\"", "class=\"card\"", StringComparison.Ordinal), Definition);

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok));
        Assert.That(reading.DefinedRows, Is.Zero);
        Assert.That(reading.Rows.Select(r => r.Title), Does.Contain("Oude viool"));
        Assert.That(reading.Rows[0].Tiers["title"], Is.EqualTo("pattern"));
    }

    [Test]
    public void ReadSearch_RowSelectorFitsNothingAndThereIsNothingToSave_IsDrifted()
    {
        var reading = Reading.Search("<html><body><h1>Zoeken</h1><p>Welkom op de vernieuwde site.</p></body></html>", Definition);

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Drifted));
        Assert.That(reading.StateDetail, Does.Contain("li.ad"));
        Assert.That(reading.DefinedRows, Is.Zero);
    }

    [Test]
    public void ReadSearch_RuleThatFitsNoRow_IsRescuedByStructureAndTheTierTells()
    {
        var reading = Reading.Search(Rows.Replace("class=\"p\"", "class=\"amount\"", StringComparison.Ordinal), Definition);

        Assert.That(reading.Rows[0].Price?.Amount, Is.EqualTo(1234.50m));
        Assert.That(reading.Rows[0].Tiers["price"], Is.EqualTo("pattern"));
    }

    [Test]
    public void ReadSearch_JsonDefinition_ReadsPathsAndHtmlInValues()
    {
        const string json = """
            {"statuses":[{"id":"11","url":"https://social.example/@ann/11","content":"<p>Te koop:<br>ivoren <b>beeldje</b></p>","created_at":"2026-03-09T10:00:00.000Z",
            "account":{"acct":"ann","url":"https://social.example/@ann"},"media_attachments":[{"preview_url":"https://files.example/1.png"}]}],"next":"/api?max_id=11"}
            """;
        const string yaml = """
            search:
              url: /api/v2/search?q={query}
              format: json
              rows: "$.statuses[*]"
              fields: {id: $.id, url: $.url, title: $.content, seller: $.account.acct, postedAt: $.created_at, image: "$.media_attachments[*].preview_url"}
            """;

        var reading = Reading.Search(json, yaml);

        var row = reading.Rows.Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.Title, Is.EqualTo("Te koop: ivoren beeldje"));
            Assert.That(row.Seller, Is.EqualTo("ann"));
            Assert.That(row.Image, Is.EqualTo("https://files.example/1.png"));
            Assert.That(row.PostedAt, Is.EqualTo(new DateTimeOffset(2026, 3, 9, 10, 0, 0, TimeSpan.Zero)));
            Assert.That(reading.NextPage?.AbsoluteUri, Is.EqualTo("https://market.example/api?max_id=11"));
        });
    }

    [TestCase("""{"statuses":[]}""", OutcomeKind.Empty)]
    [TestCase("""{"posts":[]}""", OutcomeKind.Drifted)]
    [TestCase("""{"error":"The access token is invalid"}""", OutcomeKind.LoginRequired)]
    public void ReadSearch_JsonWithoutRows_TellsWhy(string json, OutcomeKind expected)
    {
        var reading = Reading.Search(json, "search: {url: /s, format: json, rows: '$.statuses[*]', fields: {id: $.id, url: $.url}}");

        Assert.That(reading.State, Is.EqualTo(expected), reading.StateDetail);
    }

    [Test]
    public void ReadSearch_UrlFromId_FillsTheTemplate()
    {
        var reading = Reading.Search("""{"items":[{"nr":42,"t":"x"}]}""", "search: {url: /s, format: json, rows: '$.items[*]', fields: {id: $.nr, title: $.t, url: {value: '/item/{id}'}}}");

        Assert.That(reading.Rows.Single().Url, Is.EqualTo("https://market.example/item/42"));
    }

    [Test]
    public void ReadDetail_WithSelectors_ReadsWhatTheySayAndTheRestByStructure()
    {
        const string html = """
            <html><head><link rel="canonical" href="https://market.example/ad/7"></head><body><h1>Viool</h1><p id="d">Eerste regel<br>tweede   regel</p><span class="p">350,-</span>
            <div class="who"><a href="/u/jan">jan_de_v</a></div><dl><dt>Conditie</dt><dd>Gebruikt</dd><dt>Verzonden vanuit</dt><dd>België</dd></dl></body></html>
            """;
        var reading = Reading.Detail(html, """
            search: {url: /s}
            detail:
              fields: {title: h1, description: "#d", price: .p, currency: {value: EUR}, seller: ".who a", sellerUrl: ".who a@href"}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok));
            Assert.That(reading.Title, Is.EqualTo("Viool"));
            Assert.That(reading.Description, Is.EqualTo("Eerste regel\ntweede regel"));
            Assert.That(reading.Price?.Amount, Is.EqualTo(350m));
            Assert.That(reading.Price?.Currency, Is.EqualTo("EUR"));
            Assert.That(reading.Seller?.Handle, Is.EqualTo("jan_de_v"));
            Assert.That(reading.Seller?.ProfileUrl, Is.EqualTo("https://market.example/u/jan"));
            Assert.That(reading.Condition, Is.EqualTo("Gebruikt"));
            Assert.That(reading.ShipsFrom, Is.EqualTo("België"));
            Assert.That(reading.CanonicalUrl?.AbsoluteUri, Is.EqualTo("https://market.example/ad/7"));
            Assert.That(reading.Tiers["title"], Is.EqualTo("definition"));
            Assert.That(reading.Tiers["condition"], Is.EqualTo("pattern"));
        });
    }
}
