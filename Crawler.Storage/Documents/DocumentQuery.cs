namespace Crawler.Storage.Documents;

/// <summary>Which documents, in what order, how many. All conditions must hold.</summary>
public sealed record DocumentQuery
{
    /// <summary>
    /// Words that must all occur in the searchable text; case and accents are folded, each word also matches as a prefix, <c>"quoted words"</c> are a phrase
    /// of whole words. Any input has a meaning (<see cref="Storage.Text.TextQuery"/>, <see cref="Storage.Text.TextTokens"/> say which); one without a letter,
    /// digit or symbol is no condition, as is null.
    /// </summary>
    public string? Text { get; init; }

    public IReadOnlyList<Filter> Where { get; init; } = [];

    /// <summary>
    /// Null: by key. Keys compare by code point. Ties are broken by key, ascending; documents without the field come last, whatever the direction.
    /// </summary>
    public Sort? OrderBy { get; init; }

    /// <summary>Page size, 1 to 1000. Default 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The <see cref="Page{T}.Next"/> of the page before. Null: the first page.</summary>
    public string? After { get; init; }
}

/// <summary>A condition on one indexed field.</summary>
public abstract record Filter(string Field)
{
    /// <summary>The field has one of the values.</summary>
    public static Filter AnyOf(string field, params IReadOnlyList<FieldValue> values) => new AnyOfFilter(field, values);

    /// <summary>The field lies within the bounds: <paramref name="min"/> inclusive, <paramref name="max"/> exclusive; null is open.</summary>
    public static Filter Range(string field, FieldValue? min, FieldValue? max) => new RangeFilter(field, min, max);

    /// <summary>The field has none of the values (a document without the field passes).</summary>
    public static Filter NoneOf(string field, params IReadOnlyList<FieldValue> values) => new NoneOfFilter(field, values);
}

/// <inheritdoc cref="Filter.AnyOf"/>
public sealed record AnyOfFilter(string Field, IReadOnlyList<FieldValue> Values) : Filter(Field);

/// <inheritdoc cref="Filter.NoneOf"/>
public sealed record NoneOfFilter(string Field, IReadOnlyList<FieldValue> Values) : Filter(Field);

/// <inheritdoc cref="Filter.Range"/>
public sealed record RangeFilter(string Field, FieldValue? Min, FieldValue? Max) : Filter(Field);

/// <summary>Order by one single-valued field.</summary>
public sealed record Sort(string Field, bool Descending = false);

/// <summary>A document and the version to replace it by.</summary>
public sealed record Stored<T>(T Value, long Version)
    where T : class;

/// <summary>Some of the answers, and where to go on.</summary>
/// <param name="Items">In order.</param>
/// <param name="Next">For <see cref="DocumentQuery.After"/>. Null: that was all.</param>
public sealed record Page<T>(IReadOnlyList<Stored<T>> Items, string? Next)
    where T : class;

/// <summary>How to count a field.</summary>
/// <param name="Field">An indexed field.</param>
/// <param name="Limit">Keywords: the most frequent values only. Default 50.</param>
/// <param name="Bands">Numbers and instants: ascending inner bounds; n bounds make n+1 bands. Empty for instants: one band per UTC day.</param>
public sealed record FacetRequest(string Field, int Limit = 50, IReadOnlyList<FieldValue>? Bands = null);

/// <summary>One value of a facet.</summary>
/// <param name="Value">The keyword; for bands "min..max" in invariant digits (instants: "yyyy-MM-ddTHH:mm:ss.fffZ") with an open side empty, bands without
/// documents included; for days "yyyy-MM-dd".</param>
/// <param name="Count">Documents.</param>
public sealed record FacetCount(string Value, long Count);
