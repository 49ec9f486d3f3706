using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>Writes field rules the way <see cref="FieldRules"/> reads them.</summary>
internal static class RuleWriter
{
    /// <summary>A mapping of fields; empty when there is none.</summary>
    public static YamlBlock Fields(IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, IReadOnlyList<string> order)
    {
        var block = new YamlBlock();
        foreach (var (name, chain) in fields.OrderBy(f => Rank(order, f.Key)).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            Chain(block, name, chain);
        }

        return block;
    }

    /// <summary>One rule stands alone, several as a list; nothing for none.</summary>
    public static void Chain(YamlBlock block, string key, IReadOnlyList<FieldRule> chain)
    {
        if (chain.Count == 1)
        {
            block.Add(key, One(chain[0], flow: false));
        }
        else if (chain.Count > 1)
        {
            block.List(key, chain.Select(r => One(r, flow: true)));
        }
    }

    /// <summary>Without the quotes that YAML may want around it.</summary>
    public static string Bare(FieldRule rule) => Short(rule) ?? YamlOutput.Text(One(rule, flow: false)).TrimEnd('\n');

    private static YamlNode One(FieldRule rule, bool flow)
    {
        if (Short(rule) is { } text)
        {
            return YamlScalars.Text(text, flow);
        }

        var parts = new YamlMappingNode { Style = MappingStyle.Flow };
        Add("select", rule.Select);
        Add("attribute", rule.Attribute);
        Add("match", rule.Match);
        Add("value", rule.Value);
        if (rule.Exists)
        {
            parts.Add("exists", YamlScalars.Plain("yes"));
        }

        return parts;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add(key, YamlScalars.Text(value, flow: true));
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
