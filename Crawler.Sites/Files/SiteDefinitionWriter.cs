using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Sites.Yaml;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>Writes a definition the way <see cref="SiteDefinitionFile"/> reads it; what equals the default is left out.</summary>
public static class SiteDefinitionWriter
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>The file's text.</summary>
    /// <param name="site">What to write.</param>
    /// <param name="comment">Lines to put at the top, without the comment mark. Null: none.</param>
    public static string Write(SiteDefinition site, string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        return YamlOutput.File(
            comment,
            Identity(site),
            Titled("pace", Pace(site.Pace)),
            Titled("robots", Robots(site.Robots)),
            Titled("access", Access(site.Access)),
            Titled("login", Login(site.Login)),
            Titled("fetch", Fetch(site.Fetch)),
            Titled("search", Search(site.Search)),
            Titled("detail", Detail(site.Detail)),
            Titled("states", States(site.States)),
            Titled("health", Health(site.Health)),
            Fixtures(site.Fixtures));
    }

    /// <summary>A rule as it would stand in a site file: what people read in reports.</summary>
    public static string Rule(FieldRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RuleWriter.Bare(rule);
    }

    private static YamlBlock Titled(string key, YamlBlock section)
    {
        var titled = new YamlBlock();
        titled.Section(key, section);
        return titled;
    }

    private static YamlBlock Identity(SiteDefinition site)
    {
        var block = new YamlBlock();
        block.Text("id", site.Id);
        block.Text("name", site.Name);
        block.Text("home", site.Home.AbsoluteUri);
        block.Choice("kind", site.Kind, SiteKind.Marketplace);
        block.List("languages", site.Languages.Select(l => YamlScalars.Text(l, flow: true)));
        block.Text("country", site.Country);
        block.Text("legalBasis", site.LegalBasis);
        block.Flag("enabled", site.Enabled, standard: true);
        block.Flag("verified", site.Verified, standard: false);
        block.Text("verifiedNote", site.VerifiedNote);
        block.Section("learned", Learned(site.Learned));
        block.Number("version", site.Version, 1);
        return block;
    }

    private static YamlBlock Learned(LearnedFrom? learned)
    {
        var block = new YamlBlock();
        if (learned is not null)
        {
            block.Plain("at", learned.At.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture));
            block.Items("from", [.. learned.From.Select(address => YamlScalars.Text(address, flow: false))]);
            block.Number("rowsSeen", learned.RowsSeen, 0);
        }

        return block;
    }

    private static YamlBlock Pace(PacePolicy pace)
    {
        var standard = new PacePolicy();
        var block = new YamlBlock();
        block.Duration("delay", pace.Delay, standard.Delay);
        block.Number("concurrency", pace.Concurrency, standard.Concurrency);
        return block;
    }

    private static YamlBlock Robots(RobotsPolicy robots)
    {
        var block = new YamlBlock();
        block.Flag("obey", robots.Obey, standard: true);
        block.Text("legalBasis", robots.LegalBasis);
        return block;
    }

    private static YamlBlock Access(AccessPolicy access)
    {
        var block = new YamlBlock();
        block.Choice("via", access.Via, AccessVia.Direct);
        block.Text("proxy", access.Proxy);
        return block;
    }

    private static YamlBlock Login(LoginDefinition? login)
    {
        var block = new YamlBlock();
        if (login is not null)
        {
            block.Text("url", login.Url);
            block.Text("form", login.Form);
            block.Section("fields", Secrets(login.Fields));
            block.Section("cookies", Secrets(login.Cookies));
            block.Texts("signedIn", login.SignedIn);
            block.Texts("failed", login.Failed);
        }

        return block;
    }

    private static YamlBlock Secrets(IReadOnlyDictionary<string, SecretSource> sources)
    {
        var block = new YamlBlock();
        foreach (var (name, source) in sources)
        {
            var (kind, value) = source.Env is { } env ? ("env", env) : source.File is { } file ? ("file", file) : ("value", source.Value ?? "");
            block.Add(name, new YamlMappingNode(YamlScalars.Plain(kind), YamlScalars.Text(value, flow: true)) { Style = MappingStyle.Flow });
        }

        return block;
    }

    private static YamlBlock Fetch(FetchPolicy fetch)
    {
        var standard = new FetchPolicy();
        var block = new YamlBlock();
        block.Choice("mode", fetch.Mode, standard.Mode);
        block.Duration("timeout", fetch.Timeout, standard.Timeout);
        if (fetch.MaxBytes != standard.MaxBytes)
        {
            block.Plain("maxBytes", Units.Write(fetch.MaxBytes));
        }

        block.Number("maxImages", fetch.MaxImages, standard.MaxImages);
        block.Section("headers", Texts(fetch.Headers));
        block.Number("scrolls", fetch.Scrolls, standard.Scrolls);
        block.Text("waitFor", fetch.WaitFor);
        return block;
    }

    private static YamlBlock Search(SearchDefinition search)
    {
        var block = new YamlBlock();
        block.Text("url", search.Url);
        block.Section("post", Post(search.Post));
        block.Number("firstPage", search.FirstPage, 1);
        block.Number("pageSize", search.PageSize, 20);
        block.Choice("paging", search.Paging, Paging.Auto);
        block.Choice("format", search.Format, PageFormat.Html);
        block.Texts("rows", search.Rows);
        block.Section("fields", RuleWriter.Fields(search.Fields, SiteKeys.RowFields));
        RuleWriter.Chain(block, "nextPage", search.NextPage);
        RuleWriter.Chain(block, "cursor", search.Cursor);
        block.Text("more", search.More);
        return block;
    }

    private static YamlBlock Post(SearchPost? post)
    {
        var block = new YamlBlock();
        if (post?.Json is { } json)
        {
            block.Add("json", YamlJson.Node(json));
        }
        else if (post is not null)
        {
            // A form without fields is written too: without it the search would not be a POST.
            block.Add("form", Texts(post.Form ?? new Dictionary<string, string>(StringComparer.Ordinal)).Node);
        }

        return block;
    }

    private static YamlBlock Detail(DetailDefinition detail)
    {
        var block = new YamlBlock();
        block.Text("url", detail.Url);
        block.Choice("format", detail.Format, PageFormat.Html);
        block.Text("idFromUrl", detail.IdFromUrl);
        block.Section("fields", RuleWriter.Fields(detail.Fields, SiteKeys.DetailFields));
        return block;
    }

    private static YamlBlock States(PageStates states)
    {
        var block = new YamlBlock();
        block.Texts("empty", states.Empty);
        block.Texts("blocked", states.Blocked);
        block.Texts("captcha", states.Captcha);
        block.Texts("consent", states.Consent);
        block.Texts("login", states.Login);
        block.Texts("removed", states.Removed);
        block.Texts("softNotFound", states.SoftNotFound);
        return block;
    }

    private static YamlBlock Health(HealthFloors floors)
    {
        var block = new YamlBlock();
        block.Text("probe", floors.Probe);
        block.Number("minRows", floors.MinRows ?? 0, 0);
        Shares(block, "fill", floors.Fill);
        Shares(block, "detailFill", floors.DetailFill);
        return block;
    }

    private static void Shares(YamlBlock block, string key, IReadOnlyDictionary<string, double> shares)
    {
        if (shares.Count > 0)
        {
            var members = shares.Select(s => KeyValuePair.Create<YamlNode, YamlNode>(
                YamlScalars.Plain(s.Key), YamlScalars.Plain(s.Value.ToString(CultureInfo.InvariantCulture))));
            block.Add(key, new YamlMappingNode(members) { Style = MappingStyle.Flow });
        }
    }

    private static YamlBlock Fixtures(IReadOnlyList<SiteFixture> fixtures)
    {
        var block = new YamlBlock();
        block.Items("fixtures", [.. fixtures.Select(f => Fixture(f).Node)]);
        return block;
    }

    private static YamlBlock Fixture(SiteFixture fixture)
    {
        var block = new YamlBlock();
        block.Text("file", fixture.File);
        block.Text("url", fixture.Url.AbsoluteUri);
        block.Choice("kind", fixture.Kind, FixtureKind.Search);
        block.Choice("state", fixture.State, OutcomeKind.Ok);
        block.Number("rows", fixture.Rows ?? -1, -1);
        if (fixture.NextPage is { } next)
        {
            block.Plain("nextPage", next ? "yes" : "no");
        }

        var filled = new YamlBlock();
        foreach (var (field, rows) in fixture.Filled)
        {
            filled.Plain(field, rows.ToString(CultureInfo.InvariantCulture));
        }

        block.Section("filled", filled);
        block.Section("values", Texts(fixture.Values));
        return block;
    }

    private static YamlBlock Texts(IReadOnlyDictionary<string, string> texts)
    {
        var block = new YamlBlock();
        foreach (var (name, text) in texts)
        {
            block.Text(name, text);
        }

        return block;
    }
}
