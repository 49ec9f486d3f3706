using Crawler.Contracts.Sites;

namespace Crawler.Contracts.Drift;

/// <summary>Rules as a site file writes them.</summary>
public static class RuleText
{
    /// <summary>A fallback chain; alternatives are set apart by <c> | </c>.</summary>
    public static string Of(IReadOnlyList<FieldRule> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return string.Join(" | ", chain.Select(Of));
    }

    /// <summary>One rule: <c>.price</c>, <c>a@href</c>, <c>{value: EUR}</c>.</summary>
    public static string Of(FieldRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        string place = $"{rule.Select}{(rule.Attribute is { } attribute ? "@" + attribute : "")}";
        string[] more =
        [
            .. rule.Match is { } match ? [$"match: '{match}'"] : Array.Empty<string>(),
            .. rule.Value is { } value ? [$"value: {value}"] : Array.Empty<string>(),
            .. rule.Exists ? ["exists: true"] : Array.Empty<string>(),
        ];
        return more.Length == 0 ? place : place.Length == 0 ? $"{{{string.Join(", ", more)}}}" : $"{{select: {place}, {string.Join(", ", more)}}}";
    }
}
