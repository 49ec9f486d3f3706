using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Sites.Files;

namespace Crawler.Fetching.Tests;

public sealed class SearchBodyTests
{
    private const string Head = "id: m\nname: M\nhome: https://m.example/\nlanguages: [nl]\nsearch:\n  url: /api\n  pageSize: 25\n";

    [Test]
    public void Of_Form_EncodesFieldsAndLeavesOutTheOneWithoutAValue()
    {
        var site = Site("  cursor: .more@data-next\n  post:\n    form: {q: '{query}', 'sort by': date, page: '{page}', after: '{cursor}'}\n");

        Assert.That(Body(site, "a&b=c é", 1, null), Is.EqualTo("q=a%26b%3Dc+%C3%A9&sort+by=date&page=1"));
        Assert.That(Body(site, "x", 2, "t=1"), Is.EqualTo("q=x&sort+by=date&page=2&after=t%3D1"));
        Assert.That(SearchRequest.Of(site, Target("x", 1, null)).Post!.MediaType, Is.EqualTo("application/x-www-form-urlencoded"));
    }

    [Test]
    public void Of_Json_PutsValuesIntoTextsAndNumbersIntoNumbers()
    {
        var site = Site("""
              format: json
              cursor: $.next
              post:
                json:
                  query: "query($q: String) {{ ads(q: $q) {{ id }} }}"
                  variables: {q: "{query}", from: "{offset}", page: "p{page}", after: "{cursor}", exact: true, max: 25, none: null, tags: ["{query|slug}", "{cursor}"]}

            """);

        Assert.That(Body(site, "rood \"wit\", {page}", 3, null), Is.EqualTo(
            """{"query":"query($q: String) { ads(q: $q) { id } }","variables":{"q":"rood \u0022wit\u0022, {page}","from":50,"page":"p3","exact":true,"max":25,"none":null,"tags":["rood-wit-page"]}}"""));
        Assert.That(Body(site, "x", 1, "c1"), Does.Contain("\"after\":\"c1\"").And.Contain("[\"x\",\"c1\"]"));
    }

    [Test]
    public void Of_AddressFromThePageBefore_PostsNothing()
    {
        var request = SearchRequest.Of(Site("  post: {form: {q: '{query}'}}\n"), Target("x", 2, null) with { Url = "https://m.example/api?page=2" });

        Assert.That(request.Post, Is.Null);
        Assert.That(request.Url.AbsoluteUri, Is.EqualTo("https://m.example/api?page=2"));
    }

    [TestCase("  post: {}\n", 8, "either form or json")]
    [TestCase("  post: {form: {q: 'x'}, json: {q: x}}\n", 8, "either form or json")]
    [TestCase("  post: {form: {q: '{qwery}'}}\n", 8, "valid are {query}")]
    [TestCase("  post:\n    json:\n      a:\n        - ok\n        - '{query|plus}'\n", 12, "unknown filter 'plus'")]
    [TestCase("  post: {json: {q: '{ads}'}}\n", 8, "unknown placeholder '{ads}'")]
    [TestCase("  post: {fork: {q: x}}\n", 8, "did you mean 'form'")]
    [TestCase("  paging: cursor\n", 8, "needs search.cursor")]
    [TestCase("  format: json\n  cursor: $.next\n", 9, "never sent")]
    [TestCase("  post: {form: {after: '{cursor}'}}\n", 6, "never read")]
    [TestCase("  paging: more\n", 8, "the selector of the button")]
    [TestCase("  more: .button\n", 6, "need one another")]
    [TestCase("  paging: more\n  more: 'a[['\n", 9, "CSS selector")]
    [TestCase("  paging: scroll\nfetch: {mode: http}\n", 9, "cannot scroll")]
    [TestCase("  paging: number\n", 8, "needs {page} or {offset}")]
    public void Parse_Mistake_NamesPlaceAndRemedy(string lines, int line, string expected)
    {
        var errors = SiteDefinitionFile.Parse(Head + lines, "x.yaml").Errors;

        Assert.That(string.Join('\n', errors), Does.Contain(expected));
        Assert.That(errors.Select(e => e.Line), Does.Contain(line));
    }

    private static string Body(SiteDefinition site, string query, int page, string? cursor) =>
        Encoding.UTF8.GetString(SearchRequest.Of(site, Target(query, page, cursor)).Post!.Bytes.Span);

    private static SearchTarget Target(string query, int page, string? cursor) => new() { Query = query, Page = page, Cursor = cursor };

    private static SiteDefinition Site(string search)
    {
        var reading = SiteDefinitionFile.Parse(Head + search, "x.yaml");
        Assert.That(reading.Errors, Is.Empty);
        return reading.Definition!;
    }
}
