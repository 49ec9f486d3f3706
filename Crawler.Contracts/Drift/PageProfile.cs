namespace Crawler.Contracts.Drift;

/// <summary>How one page let itself be read: what its site's history is made of. Part of the job's outcome, so that a page read twice counts once.</summary>
public sealed record PageProfile
{
    /// <summary><see cref="Sites.SiteDefinition.Version"/> of the definition it was read by.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Rows of a result page, paid ones included; 1 for an advert's page.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that the definition's row rule picked. Null: it has none, or the page is an advert's.</summary>
    public int? RowsByDefinition { get; init; }

    /// <summary>Field name to how many rows had it from which tier (<c>definition</c>, <c>jsonld</c>, <c>pattern</c>, ...).</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Fields { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);

    /// <summary>The tier that found the next page. Null: there is none.</summary>
    public string? NextPageTier { get; init; }

    /// <summary>Kinds of machine-readable data that the page carries: <c>jsonld</c>, <c>microdata</c>, <c>state</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A sketch of the page's structure (<see cref="PageShape"/>). Null: not taken.</summary>
    public string? Shape { get; init; }

    /// <summary>Size of the body as received, decompressed.</summary>
    public long Bytes { get; init; }

    /// <summary>A further result page without rows and without a word of it. Often that is how a site ends its list.</summary>
    public bool Unexplained { get; init; }
}
