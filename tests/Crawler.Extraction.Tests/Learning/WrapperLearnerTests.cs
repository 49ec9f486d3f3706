using Crawler.Contracts.Sites;
using Crawler.Extraction.Learning;
using Crawler.Extraction.Tests.Patterns;
using Crawler.Pages;
using static Crawler.Extraction.Tests.Patterns.Layout;

namespace Crawler.Extraction.Tests.Learning;

/// <summary>A definition learned from pages reads those pages, and others of their kind, as the generic tiers do; a person can read it.</summary>
public sealed class WrapperLearnerTests
{
    private static readonly string[] WithoutRows = ["only in the page's data"];

    private static IEnumerable<string> Names => LayoutTests.Layouts.Keys;

    [TestCaseSource(nameof(Names))]
    public void Learn_Layout_ReadsOtherPagesOfItAsWell(string name)
    {
        var learned = Learn(name, Adverts(24));

        var other = Adverts(40).Skip(24).ToList();
        var read = Read(learned.Definition, LayoutTests.Layouts[name](other));

        Assert.Multiple(() =>
        {
            Assert.That(learned.RowF1, Is.EqualTo(1));
            Assert.That(learned.Parts.Where(p => p.Rules.Count == 0 == string.IsNullOrEmpty(p.Open)).Select(p => p.Field), Is.Empty, "each part has a rule, or a reason why not");
            Assert.That(learned.Definition.Search.Rows.Count > 0 || WithoutRows.Contains(name), Is.True, () => learned.Part("rows")?.Open ?? "");
            Assert.That(read.Rows.Select(r => r.Title), Is.EqualTo(other.Select(a => a.Title)), read.StateDetail);
            Assert.That(read.Rows.Select(r => r.Url), Is.EqualTo(other.Select(a => "https://market.example" + a.Url)));
            Assert.That(read.Rows.Select(r => r.Price?.Amount), Is.EqualTo(other.Select(a => (decimal?)a.Price)));
        });
    }

    [Test]
    public void Learn_NamedElements_SelectorsAreTheNames()
    {
        var search = Learn("list with classes", Adverts(24)).Definition.Search;

        Assert.Multiple(() =>
        {
            Assert.That(search.Rows, Is.EqualTo(new[] { ".result" }));
            Assert.That(search.Fields["price"], Is.EqualTo(new[] { new FieldRule { Select = ".price" } }));
            Assert.That(search.Fields["location"][0], Is.EqualTo(new FieldRule { Select = ".place" }));
            Assert.That(search.Fields["title"][0].Select, Is.EqualTo("h3").Or.EqualTo("h3 a"));
            Assert.That(search.Fields["url"][0].Attribute, Is.EqualTo("href"));
        });
    }

    [Test]
    public void Learn_HashedClasses_AreAvoided()
    {
        var search = Learn("whole card is a link, hashed classes", Adverts(24)).Definition.Search;

        Assert.That(search.Rows.Concat(search.Fields.Values.SelectMany(f => f).Select(f => f.Select).OfType<string>()), Has.None.Contains("css-"));
    }

    [Test]
    public void Learn_TestNames_ArePreferred()
    {
        var search = Learn("articles with test names", Adverts(24)).Definition.Search;

        Assert.Multiple(() =>
        {
            Assert.That(search.Rows, Is.EqualTo(new[] { "[data-testid=listing-ad]" }));
            Assert.That(search.Fields["id"][0], Is.EqualTo(new FieldRule { Attribute = "data-id" }));
            Assert.That(search.Fields["title"][0], Is.EqualTo(new FieldRule { Select = "[data-testid=title]" }));
            Assert.That(search.Fields["price"][0], Is.EqualTo(new FieldRule { Select = "[data-testid=price]" }));
        });
    }

    [Test]
    public void Learn_PaidRows_AreToldApart()
    {
        var learned = Learn("paid rows first, of another class", Adverts(24)).Definition;
        var read = Read(learned, LayoutTests.Layouts["paid rows first, of another class"](Adverts(12)));

        Assert.That(learned.Search.Fields, Does.ContainKey("sponsored"));
        Assert.That(read.Rows.Select(r => r.Sponsored), Is.EqualTo(Enumerable.Range(0, 12).Select(i => i < 2)));
    }

    [Test]
    public void Learn_RulesOfTheDraftThatStillRead_AreKept()
    {
        var draft = Reading.Site("""
            search:
              url: /search?q={query}
              rows: "li.result"
              fields:
                title: "h3 > a"
                price: ".old-price"
            """)!;

        var learned = new WrapperLearner(TimeProvider.System).Learn(draft, [Page(LayoutTests.Layouts["list with classes"](Adverts(24)))]);

        Assert.Multiple(() =>
        {
            Assert.That(learned.Definition.Search.Rows, Is.EqualTo(new[] { "li.result" }));
            Assert.That(learned.Part("rows")!.Kept, Is.True);
            Assert.That(learned.Definition.Search.Fields["title"], Is.EqualTo(draft.Search.Fields["title"]));
            Assert.That(learned.Definition.Search.Fields["price"], Is.EqualTo(new[] { new FieldRule { Select = ".price" } }));
            Assert.That(learned.Part("search.price")!.Kept, Is.False);
        });
    }

    [Test]
    public void Learn_Json_PathsAreLearned()
    {
        string json = "{\"meta\":{\"total\":3},\"data\":{\"items\":[" + string.Join(',', Adverts(6).Select(a => $$"""{"code":"m{{a.Number + 100}}","titel":"{{a.Title}}","link":"{{a.Url}}","preis":{"betrag":{{a.Price.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"waehrung":"EUR"},"bild":{"gross":"{{a.Image}}"},"gesponsert":false}""")) + "]}}";
        var page = new LearningPage(PageKind.Search, new PageContent { Url = new Uri("https://market.example/api?q=x"), Text = json, MediaType = "application/json" });

        var learned = new WrapperLearner(TimeProvider.System).Learn(Reading.Site("search: {url: '/api?q={query}'}")!, [page]);

        Assert.Multiple(() =>
        {
            Assert.That(learned.Definition.Search.Format, Is.EqualTo(PageFormat.Json));
            Assert.That(learned.Definition.Search.Rows, Is.EqualTo(new[] { "$.data.items[*]" }));
            Assert.That(learned.Definition.Search.Fields["title"], Is.EqualTo(new[] { new FieldRule { Select = "$.titel" } }));
            Assert.That(learned.Definition.Search.Fields["price"], Is.EqualTo(new[] { new FieldRule { Select = "$.preis.betrag" } }));
            Assert.That(learned.Definition.Search.Fields["currency"], Is.EqualTo(new[] { new FieldRule { Select = "$.preis.waehrung" } }));
            Assert.That(learned.RowF1, Is.EqualTo(1));
        });
    }

    [Test]
    public void Learn_NoPages_LeavesTheDraftAsItIs()
    {
        var draft = Reading.Site("search: {url: '/s?q={query}', rows: li}")!;

        var learned = new WrapperLearner(TimeProvider.System).Learn(draft, []);

        Assert.That(learned.Definition.Search, Is.EqualTo(draft.Search));
    }

    private static LearnedWrapper Learn(string name, IReadOnlyList<Advert> ads) =>
        new WrapperLearner(TimeProvider.System).Learn(Reading.Site("search: {url: '/search?q={query}&page={page}'}")!, [Page(LayoutTests.Layouts[name](ads))]);

    private static LearningPage Page(string html) => new(PageKind.Search, new PageContent { Url = new Uri("https://market.example/search?q=x"), Text = html });

    private static SearchReading Read(SiteDefinition site, string html) => Reading.Reader.ReadSearch(site, Page(html).Content);
}
