namespace Crawler.Contracts.Sites;

/// <summary>One thing about a site's pages that is no longer as it was.</summary>
public sealed record SiteChange
{
    /// <summary>Where: <c>rows</c>, <c>nextPage</c>, <c>search.price</c>, <c>detail.title</c>, ...</summary>
    public required string Field { get; init; }

    /// <summary>In words: "filled in 2 % of rows, 96 % before".</summary>
    public required string Reason { get; init; }

    /// <summary>The share of rows or pages in which it was found before, 0 to 1. Null: not known.</summary>
    public double? FillBefore { get; init; }

    /// <summary>The share in which it is found now, 0 to 1. Null: not measured.</summary>
    public double? FillNow { get; init; }

    /// <summary>The rule that read it, as it stands in the definition. Null: it had none.</summary>
    public string? OldRule { get; init; }

    /// <summary>A rule that reads it now, as it would stand in the definition. Null: none was found.</summary>
    public string? NewRule { get; init; }

    /// <summary>A value as <see cref="NewRule"/> reads it. Null: there is none.</summary>
    public string? Example { get; init; }
}
