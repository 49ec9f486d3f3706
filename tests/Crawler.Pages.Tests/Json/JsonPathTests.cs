using System.Text.Json;
using Crawler.Pages.Json;

namespace Crawler.Pages.Tests.Json;

public sealed class JsonPathTests
{
    private const string Sample = """
        {"a":{"b c":1,"list":[{"x":1},{"x":2},{"y":{"x":3}}]},"x":9}
        """;

    [TestCase("$.a['b c']", "1")]
    [TestCase("$.a.list[*].x", "1,2")]
    [TestCase("$.a.list[0].x", "1")]
    [TestCase("$.a.list[-1].y.x", "3")]
    [TestCase("$..x", "9,1,2,3")]
    [TestCase("$.a.list[7].x", "")]
    [TestCase("$.a.list.x", "")]
    [TestCase("$.none.at.all", "")]
    [TestCase("$.a.list[2].*", """{"x":3}""")]
    public void Select_Path_FindsValues(string path, string expected)
    {
        using var document = JsonDocument.Parse(Sample);

        var found = JsonPath.TryParse(path, out _)!.Select(document.RootElement);

        Assert.That(string.Join(',', found.Select(f => f.GetRawText())), Is.EqualTo(expected));
    }

    [Test]
    public void Select_RootOnly_IsTheDocument()
    {
        using var document = JsonDocument.Parse("[1]");

        Assert.That(JsonPath.TryParse("$", out _)!.Select(document.RootElement).Single().GetRawText(), Is.EqualTo("[1]"));
    }

    [TestCase("")]
    [TestCase("a.b")]
    [TestCase("$a")]
    [TestCase("$.")]
    [TestCase("$[")]
    [TestCase("$[x]")]
    [TestCase("$['a'")]
    [TestCase("$[?(@.x)]")]
    public void TryParse_NotAPath_SaysWhy(string path)
    {
        Assert.That(JsonPath.TryParse(path, out string? error), Is.Null);
        Assert.That(error, Is.Not.Empty);
    }
}
