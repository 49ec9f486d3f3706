namespace Crawler.Contracts.WatchLists;

/// <summary>What an analyst wants watched: terms, the sites to search for them, and when.</summary>
public sealed record WatchList
{
    /// <summary>Lower-case letters, digits and dashes; chosen by the analyst, stable for ever.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The law or order under which this list is searched; shown on every sweep report. Null: not stated.</summary>
    public string? LegalBasis { get; init; }

    public required IReadOnlyList<WatchTerm> Terms { get; init; }

    /// <summary>Ids of the sites to search.</summary>
    public required IReadOnlyList<string> SiteIds { get; init; }

    public WatchSchedule Schedule { get; init; } = new();

    /// <summary>Result pages read per term and site at most. Default 10.</summary>
    public int MaxPagesPerSearch { get; init; } = 10;

    /// <summary>When the list was first stored (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the list last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
