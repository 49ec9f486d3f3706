using System.Text.Json;
using Crawler.Sites.Files;
using CyberPatrol.Tests.Shared;

namespace Crawler.Sites.Tests.Files;

/// <summary>The loader, the schema and the reference in docs/sites.md say the same.</summary>
public sealed class SiteSchemaTests
{
    [Test]
    public void Schema_Keys_AreTheLoadersKeys()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "sites", "schema.json")));
        var root = schema.RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(Keys(root), Is.EquivalentTo(SiteKeys.Root));
            Assert.That(Keys(root, "learned"), Is.EquivalentTo(SiteKeys.Learned));
            Assert.That(Keys(root, "pace"), Is.EquivalentTo(SiteKeys.Pace));
            Assert.That(Keys(root, "robots"), Is.EquivalentTo(SiteKeys.Robots));
            Assert.That(Keys(root, "access"), Is.EquivalentTo(SiteKeys.Access));
            Assert.That(Keys(root, "login"), Is.EquivalentTo(SiteKeys.Login));
            Assert.That(Keys(root.GetProperty("definitions").GetProperty("secret")), Is.EquivalentTo(SiteKeys.Secret));
            Assert.That(Keys(root, "fetch"), Is.EquivalentTo(SiteKeys.Fetch));
            Assert.That(Keys(root, "search"), Is.EquivalentTo(SiteKeys.Search));
            Assert.That(Keys(root, "search", "post"), Is.EquivalentTo(SiteKeys.Post));
            Assert.That(Keys(root, "search", "fields"), Is.EquivalentTo(SiteKeys.RowFields));
            Assert.That(Keys(root, "detail"), Is.EquivalentTo(SiteKeys.Detail));
            Assert.That(Keys(root, "detail", "fields"), Is.EquivalentTo(SiteKeys.DetailFields));
            Assert.That(Keys(root, "states"), Is.EquivalentTo(SiteKeys.States));
            Assert.That(Keys(root.GetProperty("properties").GetProperty("fixtures").GetProperty("items")), Is.EquivalentTo(SiteKeys.Fixture));
            Assert.That(Keys(root, "health"), Is.EquivalentTo(SiteKeys.Health));
            Assert.That(Keys(root, "health", "fill"), Is.EquivalentTo(SiteKeys.RowFields));
            Assert.That(Keys(root, "health", "detailFill"), Is.EquivalentTo(SiteKeys.DetailFields));
            Assert.That(Keys(root.GetProperty("definitions").GetProperty("rule").GetProperty("oneOf")[1]), Is.EquivalentTo(SiteKeys.Rule));
        });
    }

    [Test]
    public void Reference_Examples_AreValidAndUseEveryKey()
    {
        var examples = YamlBlocks(File.ReadAllText(Path.Combine(Repository.Root, "docs", "sites.md"))).ToList();

        Assert.That(examples, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(examples.SelectMany(e => SiteDefinitionFile.Parse(e, "docs/sites.md").Errors), Is.Empty);
        string[] keys = [.. SiteKeys.Root, .. SiteKeys.Access, .. SiteKeys.Login, .. SiteKeys.Secret, .. SiteKeys.Search, .. SiteKeys.Post, .. SiteKeys.Detail, .. SiteKeys.RowFields, .. SiteKeys.DetailFields, .. SiteKeys.States, .. SiteKeys.Fetch, .. SiteKeys.Health, .. SiteKeys.Fixture];
        Assert.That(keys.Where(k => !examples.Exists(e => e.Contains(k + ":", StringComparison.Ordinal))), Is.Empty);
    }

    private static IEnumerable<string> Keys(JsonElement schema, params string[] path)
    {
        foreach (string step in path)
        {
            schema = schema.GetProperty("properties").GetProperty(step);
        }

        return schema.GetProperty("properties").EnumerateObject().Select(p => p.Name);
    }

    private static IEnumerable<string> YamlBlocks(string markdown) =>
        markdown.Split("```yaml\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]);
}
