using System.Text.RegularExpressions;
using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>Reads a site file (<c>sites/*.yaml</c>); docs/sites.md lists its keys.</summary>
public static partial class SiteDefinitionFile
{
    /// <summary>The definition, or everything that is wrong with it, each with line and column. Never throws for what the text holds.</summary>
    public static SiteFileReading Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        var errors = new YamlErrors(fileName);
        var definition = Load(text, errors) is { } root ? Definition(root, errors) : null;
        return errors.Any ? new SiteFileReading { Errors = errors.InFileOrder() } : new SiteFileReading { Definition = definition };
    }

    private static YamlNode? Load(string text, YamlErrors errors)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            errors.Add(e.Start.Line, e.Start.Column, $"not valid YAML: {e.Message}");
            return null;
        }

        if (stream.Documents.Count == 1)
        {
            return stream.Documents[0].RootNode;
        }

        errors.Add(1, 1, stream.Documents.Count == 0 ? "the file is empty" : "one site per file: the file holds several YAML documents");
        return null;
    }

    private static SiteDefinition Definition(YamlNode node, YamlErrors errors)
    {
        var root = YamlSection.Read(node, "", SiteKeys.Root, errors);
        var home = Home(root, errors);
        var site = new SiteDefinition
        {
            Id = Id(root, errors),
            Name = root.RequiredText("name"),
            Home = home,
            Kind = root.Choice("kind", SiteKind.Marketplace),
            Languages = Languages(root, errors),
            Country = Country(root, errors),
            LegalBasis = root.Text("legalBasis"),
            Enabled = root.Flag("enabled", fallback: true),
            Verified = root.Flag("verified", fallback: false),
            VerifiedNote = root.Text("verifiedNote"),
            Learned = root.Has("learned") ? SiteFileSections.Learned(root.Section("learned", SiteKeys.Learned), errors) : null,
            Version = root.Number("version", 1, 1, 1_000_000),
            Pace = SiteFileSections.Pace(root.Section("pace", SiteKeys.Pace)),
            Robots = SiteFileSections.Robots(root.Section("robots", SiteKeys.Robots), errors),
            Access = AccessSection.Read(root.Section("access", SiteKeys.Access), home, errors),
            Login = root.Has("login") ? LoginSection.Read(root.Section("login", SiteKeys.Login), errors) : null,
            Fetch = SiteFileSections.Fetch(root.Section("fetch", SiteKeys.Fetch), errors),
            Search = root.Has("search") ? SearchSection.Read(root.Section("search", SiteKeys.Search), errors) : MissingSearch(root, errors),
            Detail = SiteFileSections.Detail(root.Section("detail", SiteKeys.Detail), errors),
            States = SiteFileSections.States(root.Section("states", SiteKeys.States), errors),
            Health = HealthSection.Read(root.Section("health", SiteKeys.Health)),
            Fixtures = FixtureSection.Read(root, errors),
        };
        if (site is { Fetch.Mode: FetchMode.Http, Search.Paging: Paging.Scroll or Paging.More })
        {
            errors.Add(root.Value("fetch")!, "fetch.mode: http cannot scroll or press a button, which search.paging asks for; use auto or browser");
        }

        return site;
    }

    private static string Id(YamlSection root, YamlErrors errors)
    {
        string id = root.RequiredText("id");
        if (id.Length > 0 && !IdForm().IsMatch(id))
        {
            errors.Add(root.Value("id")!, $"id: '{id}' may hold lower-case letters, digits and dashes only, and begins with a letter or digit");
        }

        return id;
    }

    private static Uri Home(YamlSection root, YamlErrors errors)
    {
        string home = root.RequiredText("home");
        if (Uri.TryCreate(home, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        if (home.Length > 0)
        {
            errors.Add(root.Value("home")!, $"home: '{home}' is not an absolute http or https address");
        }

        return new Uri("http://invalid.invalid/");
    }

    private static List<string> Languages(YamlSection root, YamlErrors errors)
    {
        var texts = root.Texts("languages");
        if (texts.Count == 0)
        {
            errors.Add(root.Value("languages") ?? root.Node, "languages is required: a list of ISO 639-1 codes such as [nl, fr]");
        }

        foreach (var (text, node) in texts.Where(t => t.Text.Length != 2 || !t.Text.All(char.IsAsciiLetterLower)))
        {
            errors.Add(node, $"languages: '{text}' is not an ISO 639-1 code such as nl, fr, de or en");
        }

        return [.. texts.Select(t => t.Text)];
    }

    private static string? Country(YamlSection root, YamlErrors errors)
    {
        string? country = root.Text("country");
        if (country is not null && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
        {
            errors.Add(root.Value("country")!, $"country: '{country}' is not an ISO 3166-1 alpha-2 code such as BE, NL or DE");
        }

        return country;
    }

    private static SearchDefinition MissingSearch(YamlSection root, YamlErrors errors)
    {
        errors.Add(root.Node, "search is required, with at least its url");
        return new SearchDefinition { Url = "" };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex IdForm();
}
