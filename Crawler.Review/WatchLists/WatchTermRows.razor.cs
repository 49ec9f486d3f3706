using Crawler.Analysis.WatchLists;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.WatchLists;

/// <summary>The terms of a list, one row each.</summary>
public sealed partial class WatchTermRows
{
    [CascadingParameter]
    internal WatchListDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<WatchListProblem> Problems { get; set; } = [];

    /// <summary>What is wrong with the terms as a whole.</summary>
    private IReadOnlyList<WatchListProblem> Exactly => [.. Problems.Where(p => p.Field == "terms")];

    private bool HasProblem(int at) => Problems.Any(p => p.Field.StartsWith($"terms[{at}]", StringComparison.Ordinal));

    /// <summary>A new term is mostly of the language and topic of the one above.</summary>
    private WatchTermDraft Like() =>
        Draft.Terms is [.., var last] ? new WatchTermDraft { Language = last.Language, Topic = last.Topic } : new WatchTermDraft();
}
