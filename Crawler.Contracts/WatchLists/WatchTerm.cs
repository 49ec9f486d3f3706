using System.Text.Json.Serialization;

namespace Crawler.Contracts.WatchLists;

/// <summary>One word or phrase to search for and to recognise.</summary>
public sealed record WatchTerm
{
    /// <summary>The word or phrase. A star at an end lets the word go on there ("ivoor*").</summary>
    public required string Text { get; init; }

    /// <summary><see cref="Text"/> as it is sent to the sites' search: without stars, which no site reads as we do.</summary>
    [JsonIgnore]
    public string Query => Text.Trim().Trim('*').Trim();

    /// <summary>ISO 639-1 code of the term's language. Null: any. Sites that do not list the language are not asked for the term.</summary>
    public string? Language { get; init; }

    /// <summary>Other spellings that count as the same hit; recognised, not searched.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Phrases that explain the term away where they cover it ("ivory tower").</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The trade it belongs to: ivory, medicines, drugs... Null: unsorted.</summary>
    public string? Topic { get; init; }

    /// <summary>Where the term was published, or <c>dictionary</c>. Null: the analyst's own.</summary>
    public string? Source { get; init; }

    /// <summary>Whether sites are searched for the term (default), or it is only recognised in what other terms bring.</summary>
    public bool Search { get; init; } = true;
}
