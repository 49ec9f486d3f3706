namespace Crawler.Contracts.Sites;

/// <summary>What a healthy site yields at least. Falling below is drift: rows still come, but the definition no longer reads them.</summary>
public sealed record HealthFloors
{
    /// <summary>A query that always finds something, for probes of the live site. Null: none is known.</summary>
    public string? Probe { get; init; }

    /// <summary>Fewest rows, sponsored ones included, on the first page of a search that finds more than one page. Null: no floor.</summary>
    public int? MinRows { get; init; }

    /// <summary>Row field to the least share of rows that have it, 0 to 1. Names: those of <see cref="SearchDefinition.Fields"/>.</summary>
    public IReadOnlyDictionary<string, double> Fill { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Detail field to the least share of adverts that have it, 0 to 1. Names: those of <see cref="DetailDefinition.Fields"/>.</summary>
    public IReadOnlyDictionary<string, double> DetailFill { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}
