namespace Crawler.Contracts.Drift;

/// <summary>What a sweep's pages of one kind on one site add up to.</summary>
public sealed record KindProfile
{
    /// <summary>Pages that were read as what they should be.</summary>
    public int Pages { get; init; }

    /// <summary>Rows on them (adverts' pages: one each).</summary>
    public int Rows { get; init; }

    /// <summary>Of these, rows that the definition's row rule picked: those its field rules were tried on. Adverts' pages: all.</summary>
    public int RowsByDefinition { get; init; }

    /// <summary>Rows on the fullest page.</summary>
    public int FullestPage { get; init; }

    /// <summary>Pages on which the definition's row rule picked nothing although there were rows.</summary>
    public int PagesMissedByDefinition { get; init; }

    /// <summary>Field name to how many rows had it from which tier.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Fields { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);

    /// <summary>Pages by the tier that found their next page; those without one are left out.</summary>
    public IReadOnlyDictionary<string, int> NextPages { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Pages by the machine-readable data that they carry.</summary>
    public IReadOnlyDictionary<string, int> Sources { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>All jobs of the kind by outcome.</summary>
    public IReadOnlyDictionary<string, int> Outcomes { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The union of the pages' sketches.</summary>
    public string? Shape { get; init; }

    /// <summary>Bytes of all pages together.</summary>
    public long Bytes { get; init; }

    /// <summary>Further result pages without rows and without a word of it.</summary>
    public int Unexplained { get; init; }

    /// <summary>Rows that had the field, from whatever tier.</summary>
    public int Filled(string field) => Fields.TryGetValue(field, out var tiers) ? tiers.Values.Sum() : 0;

    /// <summary>Rows that had the field from the tier.</summary>
    public int Filled(string field, string tier) => Fields.TryGetValue(field, out var tiers) ? tiers.GetValueOrDefault(tier) : 0;
}
