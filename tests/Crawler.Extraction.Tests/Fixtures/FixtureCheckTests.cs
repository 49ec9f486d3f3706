using Crawler.Extraction.Fixtures;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Tests.Fixtures;

public sealed class FixtureCheckTests
{
    private const string Head = """
        id: m
        name: M
        home: https://m.example/
        languages: [en]
        search:
          url: /s?q={query}
          rows: li.ad
          fields: {id: "@data-id", url: "a@href", title: a, price: b}
          nextPage: "a.next@href"
        detail:
          fields: {title: h1, price: .price, description: .text}
        states: {empty: .none}
        fixtures:

        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("fixtures-").FullName;
        Write("search.html", "<ul><li class=ad data-id=1><a href=/ad/1>Ivory fan</a> <b>€ 12.50</b></li><li class=ad data-id=2><a href=/ad/2>Ivory comb</a></li></ul><a class=next href='/s?p=2'>next</a>");
        Write("empty.html", "<p class=none>Nothing found</p>");
        Write("ad.html", "<h1>Ivory fan</h1><p class=price>€ 12.50</p><div class=text>Old and carved, from a private collection, no papers.</div>");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("  - {file: search.html, url: 'https://m.example/s?q=x', rows: 2, nextPage: yes, filled: {title: 2, price: 1}, values: {id: '1', title: Ivory fan, price: 12.50 EUR, url: 'https://m.example/ad/1'}}")]
    [TestCase("  - {file: empty.html, url: 'https://m.example/s?q=x', state: empty, rows: 0}")]
    [TestCase("  - {file: ad.html, url: 'https://m.example/ad/1', kind: detail, values: {title: Ivory fan, price: 12.50 EUR}}")]
    public async Task RunAsync_PageAsExpected_Holds(string fixture)
    {
        var results = await RunAsync(fixture);

        Assert.That(results.Single().Problems, Is.Empty);
    }

    [TestCase("  - {file: search.html, url: 'https://m.example/s', rows: 3}", "rows: 3 expected, 2 read")]
    [TestCase("  - {file: search.html, url: 'https://m.example/s', nextPage: no}", "nextPage: none expected, read https://m.example/s?p=2")]
    [TestCase("  - {file: search.html, url: 'https://m.example/s', filled: {price: 2}}", "price: 2 rows expected to have it, 1 of 2 do")]
    [TestCase("  - {file: search.html, url: 'https://m.example/s', values: {title: Ivory horn}}", "title: 'Ivory horn' expected, 'Ivory fan' read")]
    [TestCase("  - {file: empty.html, url: 'https://m.example/s', rows: 0}", "state: Ok expected, Empty read")]
    [TestCase("  - {file: ad.html, url: 'https://m.example/ad/1', kind: detail, values: {seller: Ann}}", "seller: 'Ann' expected, nothing read")]
    [TestCase("  - {file: none.html, url: 'https://m.example/s'}", "cannot be read")]
    public async Task RunAsync_PageTurnedOutOtherwise_SaysHow(string fixture, string expected)
    {
        var results = await RunAsync(fixture);

        Assert.That(results.Single().Holds, Is.False);
        Assert.That(results.Single().Problems, Has.One.Contains(expected));
    }

    [TestCase("  - {file: ../secret.html, url: 'https://m.example/s'}", 14, "within the folder of the site file")]
    [TestCase("  - {file: /etc/passwd, url: 'https://m.example/s'}", 14, "within the folder of the site file")]
    [TestCase("  - {url: 'https://m.example/s'}", 14, "fixtures[0].file is required")]
    [TestCase("  - {file: a.html, url: /s}", 14, "not an absolute")]
    [TestCase("  - {file: a.html, url: 'https://m.example/s', row: 3}", 14, "did you mean 'rows'")]
    [TestCase("  - {file: a.html, url: 'https://m.example/s', kind: detail, rows: 3}", 14, "are for kind: search")]
    [TestCase("  - {file: a.html, url: 'https://m.example/s', values: {titel: x}}", 14, "did you mean 'title'")]
    [TestCase("  file: a.html", 14, "must be a list")]
    public void Parse_Mistake_NamesPlaceAndRemedy(string fixture, int line, string expected)
    {
        var errors = SiteDefinitionFile.Parse(Head + fixture, "x.yaml").Errors;

        Assert.That(string.Join('\n', errors), Does.Contain(expected));
        Assert.That(errors.Select(e => e.Line), Does.Contain(line));
    }

    private async Task<IReadOnlyList<FixtureResult>> RunAsync(string fixture)
    {
        var reading = SiteDefinitionFile.Parse(Head + fixture, "x.yaml");
        Assert.That(reading.Errors, Is.Empty);
        return await FixtureCheck.RunAsync(
            TimeProvider.System, reading.Definition!, (name, cancel) => File.ReadAllBytesAsync(Path.Combine(_folder, name), cancel), CancellationToken.None);
    }

    private void Write(string name, string body) => File.WriteAllText(Path.Combine(_folder, name), $"<!doctype html><html lang=en><head><title>M</title></head><body>{body}</body></html>");
}
