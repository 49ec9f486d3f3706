using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Contracts.Messages;

/// <summary>
/// Look at a site that has no definition yet, or at one under a draft, and say what a definition of it would be. Answered by <see cref="SiteProbed"/>,
/// after a minute at most.
/// </summary>
public sealed record ProbeSite
{
    /// <summary>A page of search results, or a page with a search form.</summary>
    public required Uri Url { get; init; }

    /// <summary>What to search for while learning. Null: what <see cref="Url"/> searches for, else words from the site's own adverts.</summary>
    public string? Query { get; init; }

    /// <summary>The definition's id. Null: made from the host.</summary>
    public string? Id { get; init; }

    /// <summary>The site's name. Null: as the site calls itself.</summary>
    public string? Name { get; init; }

    /// <summary>A definition as YAML, corrected by a person: it is tried as it is, nothing is learned. Null: learn.</summary>
    public string? Draft { get; init; }

    /// <summary>What a person says of the draft's rows: each field is then read by the part named. Only with <see cref="Draft"/>.</summary>
    public IReadOnlyList<RowCorrection> Corrections { get; init; } = [];

    public required DateTimeOffset RequestedAt { get; init; }
}

/// <summary>What a site was found to be.</summary>
public sealed record SiteProbed
{
    public required SiteCondition Condition { get; init; }

    /// <summary>Why there is no definition, in words. Null: there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>The definition as YAML, ready to be saved. Null: none could be made; <see cref="Problem"/> says why.</summary>
    public string? Yaml { get; init; }

    /// <summary>What <see cref="Yaml"/> says, for the store. Null: there is none, or it cannot be read.</summary>
    public SiteDefinition? Definition { get; init; }

    /// <summary>Rows of the first result page as the definition reads them.</summary>
    public IReadOnlyList<ListingRow> Rows { get; init; } = [];

    /// <summary>
    /// How well the definition's rows agree with those of the generic readers over all pages that were learned from, 0 to 1. Null: not measured.
    /// </summary>
    public double? RowF1 { get; init; }

    /// <summary>What else stands in the rows, for a person who knows better which of it is the price. Empty: the draft has no rule for rows.</summary>
    public IReadOnlyList<RowPart> Parts { get; init; } = [];

    /// <summary>The result page that <see cref="Rows"/> stand on. Null: none was reached.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Blob of that page's picture (PNG). Null: none was taken.</summary>
    public string? Screenshot { get; init; }

    /// <summary>What was tried, and what came of it, in order.</summary>
    public IReadOnlyList<ProbeStep> Steps { get; init; } = [];
}

/// <summary>Something that stands in the rows of a result page, and the rule that reads it there.</summary>
public sealed record RowPart
{
    /// <summary>As a definition writes it: <c>.price</c>, <c>a @href</c>, <c>$.price.amount</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What it reads in the first rows.</summary>
    public required IReadOnlyList<string> Samples { get; init; }
}

/// <summary>A person's word on which part of a row is which field.</summary>
public sealed record RowCorrection
{
    /// <summary>A field of a row, such as <c>price</c>.</summary>
    public required string Field { get; init; }

    /// <summary>A <see cref="RowPart.Rule"/>. Null: the field has no rule, and the generic readers read it.</summary>
    public string? Rule { get; init; }
}

/// <summary>One step of an examination.</summary>
public sealed record ProbeStep
{
    /// <summary>In a few words: "paging", "nonsense query".</summary>
    public required string Name { get; init; }

    /// <summary>In a sentence: what was found, or was not.</summary>
    public required string Finding { get; init; }

    public required StepResult Result { get; init; }
}

/// <summary>How a step of an examination went.</summary>
public enum StepResult
{
    Found,

    /// <summary>Nothing was found; the definition does without.</summary>
    NotFound,

    /// <summary>There can be no definition because of this.</summary>
    Failed,
}
