using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Lexicons;

/// <summary>Published words of one trade, each with its source.</summary>
public sealed record Lexicon
{
    /// <summary>Names the lexicon in watch lists: <c>lexicon: ivory</c>. Also the topic of its terms unless they say another.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Every one with a <see cref="WatchTerm.Source"/>.</summary>
    public required IReadOnlyList<WatchTerm> Terms { get; init; }
}
