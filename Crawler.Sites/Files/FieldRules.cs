using System.Text.RegularExpressions;
using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>Field rules in a site file: a text, an object, or a list of either as a fallback chain.</summary>
public static partial class FieldRules
{
    public static IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> Fields(YamlSection section, string key, string[] valid, PageFormat format,
        YamlErrors errors)
    {
        var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal);
        foreach (var (name, node) in section.Section(key, valid).Entries)
        {
            fields[name] = Chain(node, $"{section.Full(key)}.{name}", format, errors);
        }

        return fields;
    }

    public static IReadOnlyList<FieldRule> Chain(YamlNode node, string path, PageFormat format, YamlErrors errors)
    {
        var rules = new List<FieldRule>();
        foreach (var item in node is YamlSequenceNode list ? list.Children : [node])
        {
            var rule = item switch
            {
                YamlScalarNode { Value: { Length: > 0 } text } => FromText(text.Trim(), format),
                YamlMappingNode => FromObject(item, path, errors),
                _ => null,
            };
            if (rule is null)
            {
                errors.Add(item, $"{path} must be a selector, an object with {string.Join(", ", SiteKeys.Rule)}, or a list of these");
                continue;
            }

            Check(rule, item, path, format, errors);
            rules.Add(rule);
        }

        return rules;
    }

    /// <summary><c>selector@attribute</c>; <c>@attribute</c> alone reads the row itself.</summary>
    public static FieldRule FromText(string text, PageFormat format)
    {
        if (format == PageFormat.Json || TrailingAttribute().Match(text) is not { Success: true } match)
        {
            return new FieldRule { Select = text };
        }

        string select = text[..match.Index].Trim();
        return new FieldRule { Select = select.Length == 0 ? null : select, Attribute = match.Groups["name"].Value };
    }

    private static FieldRule FromObject(YamlNode node, string path, YamlErrors errors)
    {
        var section = YamlSection.Read(node, path, SiteKeys.Rule, errors);
        return new FieldRule
        {
            Select = section.Text("select"),
            Attribute = section.Text("attribute"),
            Match = section.Text("match"),
            Value = section.Text("value"),
            Exists = section.Flag("exists", fallback: false),
        };
    }

    private static void Check(FieldRule rule, YamlNode node, string path, PageFormat format, YamlErrors errors)
    {
        if (rule.Select is { } select && SelectorCheck.Problem(select, format) is { } problem)
        {
            errors.Add(node, $"{path}: {problem}");
        }

        if (rule.Match is { } pattern && RegexProblem(pattern) is { } wrong)
        {
            errors.Add(node, $"{path}: {wrong}");
        }

        if (rule is { Select: null, Attribute: null, Match: null, Value: null })
        {
            errors.Add(node, $"{path}: a rule needs select, attribute, match or value");
        }
    }

    /// <summary>What is wrong with a regular expression, or null.</summary>
    public static string? RegexProblem(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
            return null;
        }
        catch (ArgumentException e)
        {
            return $"'{pattern}' is not a regular expression: {e.Message}";
        }
    }

    [GeneratedRegex(@"@(?<name>[A-Za-z_:][\w:.-]*)$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex TrailingAttribute();
}
