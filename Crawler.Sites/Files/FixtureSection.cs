using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Sites.Yaml;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>The section <c>fixtures</c> of a site file: a list of saved pages.</summary>
internal static class FixtureSection
{
    public static IReadOnlyList<SiteFixture> Read(YamlSection root, YamlErrors errors)
    {
        if (root.Value("fixtures") is not { } node)
        {
            return [];
        }

        if (node is not YamlSequenceNode list)
        {
            errors.Add(node, $"fixtures must be a list of mappings with {string.Join(", ", SiteKeys.Fixture)}");
            return [];
        }

        return [.. list.Children.Select((item, i) => One(YamlSection.Read(item, $"fixtures[{i}]", SiteKeys.Fixture, errors), errors))];
    }

    private static SiteFixture One(YamlSection section, YamlErrors errors)
    {
        string file = section.RequiredText("file");
        if (file.Length > 0 && (Path.IsPathRooted(file) || file.Contains('\\') || file.Split('/').Any(p => p is ".." or "." or "")))
        {
            errors.Add(section.Value("file")!,
                $"{section.Full("file")}: '{file}' must be a path within the folder of the site file, such as fixtures/search.html");
        }

        var kind = section.Choice("kind", FixtureKind.Search);
        string[] fields = kind == FixtureKind.Search ? SiteKeys.RowFields : SiteKeys.DetailFields;
        var fixture = new SiteFixture
        {
            File = file,
            Url = Url(section, errors),
            Kind = kind,
            State = section.Choice("state", OutcomeKind.Ok),
            Rows = section.Has("rows") ? section.Number("rows", 0, 0, 100_000) : null,
            NextPage = section.Has("nextPage") ? section.Flag("nextPage", fallback: false) : null,
            Filled = Counts(section.Section("filled", fields)),
            Values = Values(section.Section("values", fields)),
        };
        if (kind == FixtureKind.Detail && (section.Value("rows") ?? section.Value("nextPage") ?? section.Value("filled")) is { } search)
        {
            errors.Add(search, $"{section.Path}: rows, nextPage and filled are for kind: search");
        }

        return fixture;
    }

    private static Uri Url(YamlSection section, YamlErrors errors)
    {
        string url = section.RequiredText("url");
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        if (url.Length > 0)
        {
            errors.Add(section.Value("url")!, $"{section.Full("url")}: '{url}' is not an absolute http or https address");
        }

        return new Uri("http://invalid.invalid/");
    }

    private static Dictionary<string, int> Counts(YamlSection section) =>
        section.Entries.ToDictionary(e => e.Key, e => section.Number(e.Key, 0, 0, 100_000), StringComparer.Ordinal);

    private static Dictionary<string, string> Values(YamlSection section) =>
        section.Entries.ToDictionary(e => e.Key, e => section.Text(e.Key) ?? "", StringComparer.Ordinal);
}
