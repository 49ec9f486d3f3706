using System.Text.Json;
using Crawler.Contracts;
using Crawler.Contracts.Sites;
using Crawler.Sites.Files;
using CyberPatrol.Tests.Shared;

namespace Crawler.Sites.Tests.Files;

/// <summary>What the writer writes, the loader reads back as the same definition.</summary>
public sealed class SiteDefinitionWriterTests
{
    private static IEnumerable<TestCaseData> Shipped() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "sites"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new TestCaseData(File.ReadAllText(f)).SetArgDisplayNames(Path.GetFileName(f)));

    private static IEnumerable<TestCaseData> Documented() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "sites.md")).Split("```yaml\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])
            .Where(y => y.StartsWith("id:", StringComparison.Ordinal)).Select((y, i) => new TestCaseData(y).SetArgDisplayNames($"docs/sites.md, example {i + 1}"));

    [TestCaseSource(nameof(Shipped))]
    [TestCaseSource(nameof(Documented))]
    public void Write_DefinitionFromAFile_ReadsBackTheSame(string yaml)
    {
        var site = Definition(yaml);

        string written = SiteDefinitionWriter.Write(site);

        Assert.That(Json(Definition(written)), Is.EqualTo(Json(site)), written);
    }

    [TestCase("a.title[href*='@']")]
    [TestCase("td:nth-child(2)")]
    [TestCase("#results > li")]
    [TestCase("[data-testid=\"ad card\"]")]
    [TestCase("it's \"both\" \\d+")]
    [TestCase("no")]
    [TestCase("12")]
    [TestCase("- dash: colon #hash")]
    [TestCase("tab\tand\nline")]
    [TestCase("&amp; *star !bang %per @at `tick`")]
    [TestCase("a, b {c} [d]")]
    [TestCase("ends with colon:")]
    [TestCase("Überschrift „so“")]
    public void Write_AwkwardText_ReadsBackTheSame(string text)
    {
        var rules = new[] { new FieldRule { Value = text.Trim() }, new FieldRule { Attribute = "x", Match = System.Text.RegularExpressions.Regex.Escape(text).Trim() } };
        var site = new SiteDefinition
        {
            Id = "x",
            Name = text,
            Home = new Uri("https://x.example/"),
            Languages = ["no", "de"],
            Search = new SearchDefinition
            {
                Url = "/s?q={query}",
                Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) { ["title"] = rules, ["location"] = [rules[0]] },
            },
        };

        var read = Definition(SiteDefinitionWriter.Write(site, "a comment\nof two lines"));

        Assert.Multiple(() =>
        {
            Assert.That(read.Name, Is.EqualTo(text.Trim()));
            Assert.That(read.Languages, Is.EqualTo(site.Languages));
            Assert.That(read.Search.Fields["title"], Is.EqualTo(rules));
        });
    }

    [Test]
    public void Write_SmallestDefinition_IsShort()
    {
        var site = new SiteDefinition { Id = "m", Name = "M", Home = new Uri("https://m.example/"), Languages = ["nl"], Search = new SearchDefinition { Url = "/zoek?q={query}&p={page}" } };

        Assert.That(SiteDefinitionWriter.Write(site), Is.EqualTo("id: m\nname: M\nhome: https://m.example/\nlanguages: [nl]\n\nsearch:\n  url: /zoek?q={query}&p={page}\n"));
    }

    private static SiteDefinition Definition(string yaml)
    {
        var reading = SiteDefinitionFile.Parse(yaml, "test.yaml");
        Assert.That(reading.Errors, Is.Empty, yaml);
        return reading.Definition!;
    }

    /// <summary>The order in which fields stand in a file means nothing.</summary>
    private static string Json(SiteDefinition site) => JsonSerializer.Serialize(
        site with { Search = site.Search with { Fields = Sorted(site.Search.Fields) }, Detail = site.Detail with { Fields = Sorted(site.Detail.Fields) } }, ContractsJson.Indented);

    private static SortedDictionary<string, IReadOnlyList<FieldRule>> Sorted(IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields) =>
        new(fields.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
