using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Files;

/// <summary>Writes field rules the way <see cref="FieldRules"/> reads them.</summary>
internal static class RuleWriter
{
    /// <summary>A mapping of fields; nothing when there is none.</summary>
    public static void Fields(YamlLines yaml, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, IReadOnlyList<string> order)
    {
        if (fields.Count == 0)
        {
            return;
        }

        yaml.Raw(2, "fields:");
        foreach (var (name, chain) in fields.OrderBy(f => Rank(order, f.Key)).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            Chain(yaml, 4, name, chain);
        }
    }

    /// <summary>One rule stands alone, several as a list; nothing for none.</summary>
    public static void Chain(YamlLines yaml, int indent, string key, IReadOnlyList<FieldRule> chain)
    {
        if (chain.Count == 1)
        {
            yaml.Raw(indent, $"{key}: {One(chain[0], flow: false)}");
        }
        else if (chain.Count > 1)
        {
            yaml.Raw(indent, $"{key}: [{string.Join(", ", chain.Select(r => One(r, flow: true)))}]");
        }
    }

    /// <summary>Without the quotes that YAML may want around it.</summary>
    public static string Bare(FieldRule rule) => Short(rule) ?? One(rule, flow: false);

    private static string One(FieldRule rule, bool flow)
    {
        if (Short(rule) is { } text)
        {
            return YamlLines.Scalar(text, flow);
        }

        var parts = new List<string>();
        Add("select", rule.Select);
        Add("attribute", rule.Attribute);
        Add("match", rule.Match);
        Add("value", rule.Value);
        if (rule.Exists)
        {
            parts.Add("exists: yes");
        }

        return "{" + string.Join(", ", parts) + "}";

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{key}: {YamlLines.Scalar(value, flow: true)}");
            }
        }
    }

    /// <summary><c>selector@attribute</c>; null: the rule needs the long form, or would be read back as another.</summary>
    private static string? Short(FieldRule rule)
    {
        if (rule is not { Match: null, Value: null, Exists: false } || (rule.Select is null && rule.Attribute is null))
        {
            return null;
        }

        string text = rule.Attribute is null ? rule.Select! : $"{rule.Select}@{rule.Attribute}";
        var format = text.StartsWith('$') ? PageFormat.Json : PageFormat.Html;
        return FieldRules.FromText(text, format) == rule ? text : null;
    }

    private static int Rank(IReadOnlyList<string> order, string name)
    {
        for (int i = 0; i < order.Count; i++)
        {
            if (order[i] == name)
            {
                return i;
            }
        }

        return order.Count;
    }
}
