using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Sites.Requests;
using Crawler.Sites.Templating;
using Crawler.Sites.Yaml;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>The sections of a site file.</summary>
internal static class SiteFileSections
{
    public static LearnedFrom Learned(YamlSection section, YamlErrors errors)
    {
        string at = section.RequiredText("at");
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && at.Length > 0)
        {
            errors.Add(section.Value("at")!, $"learned.at: '{at}' is not an instant such as 2026-11-22T08:30:00Z");
        }

        return new LearnedFrom { At = instant, From = [.. section.Texts("from").Select(t => t.Text)], RowsSeen = section.Number("rowsSeen", 0, 0, 1_000_000) };
    }

    public static PacePolicy Pace(YamlSection section)
    {
        var standard = new PacePolicy();
        return new PacePolicy
        {
            Delay = section.Parsed("delay", standard.Delay, Units.Duration, Units.DurationForm),
            Concurrency = section.Number("concurrency", standard.Concurrency, 1, 32),
        };
    }

    public static RobotsPolicy Robots(YamlSection section, YamlErrors errors)
    {
        var robots = new RobotsPolicy { Obey = section.Flag("obey", fallback: true), LegalBasis = section.Text("legalBasis") };
        if (robots is { Obey: false, LegalBasis: null })
        {
            errors.Add(section.Value("obey") ?? section.Node, "robots.obey: no needs robots.legalBasis, the law or order that allows it");
        }

        return robots;
    }

    public static FetchPolicy Fetch(YamlSection section, YamlErrors errors)
    {
        var standard = new FetchPolicy();
        string? waitFor = section.Text("waitFor");
        if (waitFor is not null && SelectorCheck.Problem(waitFor, PageFormat.Html) is { } problem)
        {
            errors.Add(section.Value("waitFor")!, $"fetch.waitFor: {problem}");
        }

        return new FetchPolicy
        {
            Mode = section.Choice("mode", standard.Mode),
            Timeout = section.Parsed("timeout", standard.Timeout, Units.Duration, Units.DurationForm),
            MaxBytes = section.Parsed("maxBytes", standard.MaxBytes, Units.Size, Units.SizeForm),
            MaxImages = section.Number("maxImages", standard.MaxImages, 0, 100),
            Headers = Headers(section.Section("headers", valid: null), errors),
            Scrolls = section.Number("scrolls", standard.Scrolls, 0, 100),
            WaitFor = waitFor,
        };
    }

    public static DetailDefinition Detail(YamlSection section, YamlErrors errors)
    {
        string? url = section.Text("url");
        if (url is not null && Templates.Check(url, DetailUrl.Placeholders) is { } wrong)
        {
            errors.Add(section.Value("url")!, $"detail.url: {wrong}");
        }

        string? idFromUrl = section.Text("idFromUrl");
        if (idFromUrl is not null && FieldRules.RegexProblem(idFromUrl) is { } problem)
        {
            errors.Add(section.Value("idFromUrl")!, $"detail.idFromUrl: {problem}");
        }

        var format = section.Choice("format", PageFormat.Html);
        return new DetailDefinition
        {
            Url = url,
            Format = format,
            Fields = FieldRules.Fields(section, "fields", SiteKeys.DetailFields, format, errors),
            IdFromUrl = idFromUrl,
        };
    }

    public static PageStates States(YamlSection section, YamlErrors errors) => new()
    {
        Empty = Markers(section, "empty", errors),
        Blocked = Markers(section, "blocked", errors),
        Captcha = Markers(section, "captcha", errors),
        Consent = Markers(section, "consent", errors),
        Login = Markers(section, "login", errors),
        Removed = Markers(section, "removed", errors),
        SoftNotFound = Markers(section, "softNotFound", errors),
    };

    public static List<string> Markers(YamlSection section, string key, YamlErrors errors)
    {
        var markers = section.Texts(key);
        foreach (var (text, node) in markers)
        {
            if (SelectorCheck.MarkerProblem(text) is { } problem)
            {
                errors.Add(node, $"{section.Full(key)}: {problem}");
            }
        }

        return [.. markers.Select(m => m.Text)];
    }

    private static Dictionary<string, string> Headers(YamlSection section, YamlErrors errors)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, node) in section.Entries)
        {
            if (name.Equals("cookie", StringComparison.OrdinalIgnoreCase) || name.Equals("authorization", StringComparison.OrdinalIgnoreCase))
            {
                errors.Add(node, $"fetch.headers: '{name}' is a credential and does not belong in a site file");
            }
            else if (node is YamlScalarNode { Value: { Length: > 0 } value } && value.AsSpan().IndexOfAny('\r', '\n') < 0)
            {
                headers[name] = value;
            }
            else
            {
                errors.Add(node, $"fetch.headers.{name} must be a text on one line");
            }
        }

        return headers;
    }
}
