using Crawler.Contracts.Sites;

namespace Crawler.Extraction.Learning;

/// <summary>What was learned from a site's pages: a definition that a person can read and correct, and how each part of it came about.</summary>
public sealed record LearnedWrapper
{
    /// <summary>The draft with the learned rules in it. What could not be learned has no rule, and is read by the generic tiers.</summary>
    public required SiteDefinition Definition { get; init; }

    /// <summary>Each part that was looked for, in the order of the file.</summary>
    public IReadOnlyList<LearnedPart> Parts { get; init; } = [];

    /// <summary>Agreement of the definition's rows with the generic reading over all result pages, 0 to 1. 0 when there are no rows.</summary>
    public double RowF1 { get; init; }

    /// <summary>Rows of the generic reading on all result pages.</summary>
    public int RowsSeen { get; init; }

    /// <summary>Result pages that had rows.</summary>
    public int SearchPages { get; init; }

    /// <summary>Advert pages that could be read.</summary>
    public int DetailPages { get; init; }

    /// <summary>The part of that name. Null: it was not looked for.</summary>
    public LearnedPart? Part(string field) => Parts.FirstOrDefault(p => p.Field == field);
}

/// <summary>One part of a definition: the rows, a field, the link to the next page.</summary>
public sealed record LearnedPart
{
    /// <summary><c>rows</c>, <c>search.price</c>, <c>nextPage</c>, <c>detail.title</c>, <c>detail.idFromUrl</c>, ...</summary>
    public required string Field { get; init; }

    /// <summary>The rules as they would stand in the file. Empty: none was learned.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Whether the rules are the draft's own, found to be still right.</summary>
    public bool Kept { get; init; }

    /// <summary>The share of rows or pages in which the generic reading found it, 0 to 1.</summary>
    public double Fill { get; init; }

    /// <summary>A value as it reads now. Null: there is none.</summary>
    public string? Example { get; init; }

    /// <summary>Why there is no rule. Null: there is one.</summary>
    public string? Open { get; init; }
}
