using System.Text.RegularExpressions;
using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Files;

/// <summary>The section <c>login</c> of a site file.</summary>
internal static partial class LoginSection
{
    private const string Forms = "{env: PATROL_SECRET_...}, {file: name} or, for what is no secret, {value: text}";

    public static LoginDefinition? Read(YamlSection section, YamlErrors errors)
    {
        var login = new LoginDefinition
        {
            Url = section.Text("url"),
            Form = section.Text("form"),
            Fields = Sources(section.Section("fields", valid: null), errors),
            Cookies = Sources(section.Section("cookies", valid: null), errors),
            SignedIn = SiteFileSections.Markers(section, "signedIn", errors),
            Failed = SiteFileSections.Markers(section, "failed", errors),
        };
        if (section.Has("url") == section.Has("cookies"))
        {
            errors.Add(section.Node, "login needs either url and fields (a form to fill in) or cookies (a session that a person has opened)");
        }
        else if (login.Url is not null && login.Fields.Count == 0)
        {
            errors.Add(section.Value("url")!, "login.fields is required: the form's inputs by name");
        }
        else if (login.Url is { } url && (!Uri.TryCreate(new Uri("http://invalid.invalid/"), url, out var address)
            || address.Scheme is not ("http" or "https")))
        {
            errors.Add(section.Value("url")!, $"login.url: '{url}' is no address");
        }

        if (login.Form is { } form && SelectorCheck.Problem(form, PageFormat.Html) is { } problem)
        {
            errors.Add(section.Value("form")!, $"login.form: {problem}");
        }

        return login;
    }

    private static Dictionary<string, SecretSource> Sources(YamlSection section, YamlErrors errors)
    {
        var sources = new Dictionary<string, SecretSource>(StringComparer.Ordinal);
        foreach (var (name, node) in section.Entries)
        {
            string path = section.Full(name);
            if (node is not YamlDotNet.RepresentationModel.YamlMappingNode)
            {
                errors.Add(node, $"{path} must say where the value is kept: {Forms}");
                continue;
            }

            var source = YamlSection.Read(node, path, SiteKeys.Secret, errors);
            var read = new SecretSource { Env = source.Text("env"), File = source.Text("file"), Value = source.Text("value") };
            sources[name] = read;
            if (Problem(name, read) is { } problem)
            {
                errors.Add(node, $"{path}: {problem}");
            }
        }

        return sources;
    }

    private static string? Problem(string name, SecretSource source)
    {
        if (new[] { source.Env, source.File, source.Value }.Count(v => v is not null) != 1)
        {
            return $"needs one of {Forms}";
        }

        if (source.Env is { } variable && !EnvForm().IsMatch(variable))
        {
            return $"'{variable}' must be an environment variable whose name begins with PATROL_SECRET_";
        }

        if (source.File is { } file && !FileForm().IsMatch(file))
        {
            return $"'{file}' must be a file name without a path, of letters, digits, dots, dashes and underscores";
        }

        return source.Value is not null && SecretName().IsMatch(name) ? "looks like a secret, which does not belong in a site file: use env or file" : null;
    }

    [GeneratedRegex("^PATROL_SECRET_[A-Z0-9_]{1,100}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex EnvForm();

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,100}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex FileForm();

    [GeneratedRegex(
        "pass|pwd|pin$|secret|token|session|wachtwoord|passwort|kennwort|motdepasse",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        100)]
    private static partial Regex SecretName();
}
