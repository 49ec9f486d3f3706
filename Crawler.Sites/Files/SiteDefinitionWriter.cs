using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Files;

/// <summary>Writes a definition the way <see cref="SiteDefinitionFile"/> reads it; what equals the default is left out.</summary>
public static class SiteDefinitionWriter
{
    /// <summary>The file's text.</summary>
    /// <param name="site">What to write.</param>
    /// <param name="comment">Lines to put at the top, without the comment mark. Null: none.</param>
    public static string Write(SiteDefinition site, string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var yaml = new YamlLines();
        if (comment is not null)
        {
            yaml.Comment(comment);
        }

        Identity(yaml, site);
        Pace(yaml, site);
        Access(yaml, site.Access);
        Login(yaml, site.Login);
        Fetch(yaml, site.Fetch);
        Search(yaml, site.Search);
        Detail(yaml, site.Detail);
        States(yaml, site.States);
        Health(yaml, site.Health);
        Fixtures(yaml, site.Fixtures);
        return yaml.ToString();
    }

    /// <summary>A rule as it would stand in a site file: what people read in reports.</summary>
    public static string Rule(FieldRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RuleWriter.Bare(rule);
    }

    private static void Identity(YamlLines yaml, SiteDefinition site)
    {
        yaml.Text(0, "id", site.Id);
        yaml.Text(0, "name", site.Name);
        yaml.Text(0, "home", site.Home.AbsoluteUri);
        yaml.Choice(0, "kind", site.Kind, SiteKind.Marketplace);
        yaml.Raw(0, $"languages: [{string.Join(", ", site.Languages.Select(l => YamlLines.Scalar(l, flow: true)))}]");
        yaml.Text(0, "country", site.Country);
        yaml.Text(0, "legalBasis", site.LegalBasis);
        yaml.Flag(0, "enabled", site.Enabled, standard: true);
        yaml.Flag(0, "verified", site.Verified, standard: false);
        yaml.Text(0, "verifiedNote", site.VerifiedNote);
        if (site.Learned is { } learned)
        {
            yaml.Raw(0, "learned:");
            yaml.Raw(2, $"at: {learned.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}");
            if (learned.From.Count > 0)
            {
                yaml.Raw(2, "from:");
                foreach (string address in learned.From)
                {
                    yaml.Raw(4, $"- {YamlLines.Scalar(address, flow: false)}");
                }
            }

            yaml.Number(2, "rowsSeen", learned.RowsSeen, 0);
        }

        yaml.Number(0, "version", site.Version, 1);
    }

    private static void Pace(YamlLines yaml, SiteDefinition site)
    {
        if (site.Pace != new PacePolicy())
        {
            yaml.Blank();
            yaml.Raw(0, "pace:");
            yaml.Duration(2, "delay", site.Pace.Delay, new PacePolicy().Delay);
            yaml.Number(2, "concurrency", site.Pace.Concurrency, new PacePolicy().Concurrency);
        }

        if (site.Robots != new RobotsPolicy())
        {
            yaml.Blank();
            yaml.Raw(0, "robots:");
            yaml.Flag(2, "obey", site.Robots.Obey, standard: true);
            yaml.Text(2, "legalBasis", site.Robots.LegalBasis);
        }
    }

    private static void Access(YamlLines yaml, AccessPolicy access)
    {
        var section = new YamlLines();
        section.Choice(2, "via", access.Via, AccessVia.Direct);
        section.Text(2, "proxy", access.Proxy);
        Append(yaml, "access", section);
    }

    private static void Login(YamlLines yaml, LoginDefinition? login)
    {
        if (login is null)
        {
            return;
        }

        var section = new YamlLines();
        section.Text(2, "url", login.Url);
        section.Text(2, "form", login.Form);
        Secrets(section, "fields", login.Fields);
        Secrets(section, "cookies", login.Cookies);
        section.Texts(2, "signedIn", login.SignedIn);
        section.Texts(2, "failed", login.Failed);
        Append(yaml, "login", section);
    }

    private static void Secrets(YamlLines yaml, string key, IReadOnlyDictionary<string, SecretSource> sources)
    {
        if (sources.Count == 0)
        {
            return;
        }

        yaml.Raw(2, $"{key}:");
        foreach (var (name, source) in sources)
        {
            var (kind, value) = source.Env is { } env ? ("env", env) : source.File is { } file ? ("file", file) : ("value", source.Value ?? "");
            yaml.Raw(4, $"{YamlLines.Scalar(name, flow: false)}: {{{kind}: {YamlLines.Scalar(value, flow: true)}}}");
        }
    }

    private static void Fetch(YamlLines yaml, FetchPolicy fetch)
    {
        var standard = new FetchPolicy();
        var section = new YamlLines();
        section.Choice(2, "mode", fetch.Mode, standard.Mode);
        section.Duration(2, "timeout", fetch.Timeout, standard.Timeout);
        if (fetch.MaxBytes != standard.MaxBytes)
        {
            section.Raw(2, $"maxBytes: {Units.Write(fetch.MaxBytes)}");
        }

        section.Number(2, "maxImages", fetch.MaxImages, standard.MaxImages);
        if (fetch.Headers.Count > 0)
        {
            section.Raw(2, "headers:");
            foreach (var (name, value) in fetch.Headers)
            {
                section.Text(4, name, value);
            }
        }

        section.Number(2, "scrolls", fetch.Scrolls, standard.Scrolls);
        section.Text(2, "waitFor", fetch.WaitFor);
        Append(yaml, "fetch", section);
    }

    private static void Search(YamlLines yaml, SearchDefinition search)
    {
        yaml.Blank();
        yaml.Raw(0, "search:");
        yaml.Text(2, "url", search.Url);
        Post(yaml, search.Post);
        yaml.Number(2, "firstPage", search.FirstPage, 1);
        yaml.Number(2, "pageSize", search.PageSize, 20);
        yaml.Choice(2, "paging", search.Paging, Paging.Auto);
        yaml.Choice(2, "format", search.Format, PageFormat.Html);
        yaml.Texts(2, "rows", search.Rows);
        RuleWriter.Fields(yaml, search.Fields, SiteKeys.RowFields);
        RuleWriter.Chain(yaml, 2, "nextPage", search.NextPage);
        RuleWriter.Chain(yaml, 2, "cursor", search.Cursor);
        yaml.Text(2, "more", search.More);
    }

    private static void Post(YamlLines yaml, SearchPost? post)
    {
        if (post is null)
        {
            return;
        }

        yaml.Raw(2, "post:");
        if (post.Json is { } json)
        {
            // JSON is YAML as well.
            yaml.Raw(4, $"json: {json}");
            return;
        }

        yaml.Raw(4, post.Form is { Count: > 0 } ? "form:" : "form: {}");
        foreach (var (name, text) in post.Form ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            yaml.Text(6, YamlLines.Scalar(name, flow: false), text);
        }
    }

    private static void Detail(YamlLines yaml, DetailDefinition detail)
    {
        var section = new YamlLines();
        section.Text(2, "url", detail.Url);
        section.Choice(2, "format", detail.Format, PageFormat.Html);
        section.Text(2, "idFromUrl", detail.IdFromUrl);
        RuleWriter.Fields(section, detail.Fields, SiteKeys.DetailFields);
        Append(yaml, "detail", section);
    }

    private static void States(YamlLines yaml, PageStates states)
    {
        var section = new YamlLines();
        section.Texts(2, "empty", states.Empty);
        section.Texts(2, "blocked", states.Blocked);
        section.Texts(2, "captcha", states.Captcha);
        section.Texts(2, "consent", states.Consent);
        section.Texts(2, "login", states.Login);
        section.Texts(2, "removed", states.Removed);
        section.Texts(2, "softNotFound", states.SoftNotFound);
        Append(yaml, "states", section);
    }

    private static void Health(YamlLines yaml, HealthFloors floors)
    {
        var section = new YamlLines();
        section.Text(2, "probe", floors.Probe);
        section.Number(2, "minRows", floors.MinRows ?? 0, 0);
        Shares(section, "fill", floors.Fill);
        Shares(section, "detailFill", floors.DetailFill);
        Append(yaml, "health", section);
    }

    private static void Fixtures(YamlLines yaml, IReadOnlyList<SiteFixture> fixtures)
    {
        var section = new YamlLines();
        foreach (var fixture in fixtures)
        {
            section.Raw(2, $"- file: {YamlLines.Scalar(fixture.File, flow: false)}");
            section.Text(4, "url", fixture.Url.AbsoluteUri);
            section.Choice(4, "kind", fixture.Kind, FixtureKind.Search);
            section.Choice(4, "state", fixture.State, Contracts.Sweeps.OutcomeKind.Ok);
            section.Number(4, "rows", fixture.Rows ?? -1, -1);
            if (fixture.NextPage is { } next)
            {
                section.Raw(4, $"nextPage: {(next ? "yes" : "no")}");
            }

            Mapping(section, "filled", fixture.Filled.Select(f => (f.Key, f.Value.ToString(CultureInfo.InvariantCulture))));
            Mapping(section, "values", fixture.Values.Select(f => (f.Key, YamlLines.Scalar(f.Value, flow: false))));
        }

        Append(yaml, "fixtures", section);
    }

    private static void Mapping(YamlLines yaml, string key, IEnumerable<(string Key, string Value)> members)
    {
        foreach (var ((name, value), i) in members.Select((m, i) => (m, i)))
        {
            if (i == 0)
            {
                yaml.Raw(4, $"{key}:");
            }

            yaml.Raw(6, $"{name}: {value}");
        }
    }

    private static void Shares(YamlLines yaml, string key, IReadOnlyDictionary<string, double> shares)
    {
        if (shares.Count > 0)
        {
            yaml.Raw(2, $"{key}: {{{string.Join(", ", shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}")))}}}");
        }
    }

    private static void Append(YamlLines yaml, string key, YamlLines section)
    {
        string text = section.ToString();
        if (text.Length > 0)
        {
            yaml.Blank();
            yaml.Raw(0, $"{key}:");
            yaml.Raw(0, text.TrimEnd('\n'));
        }
    }
}
