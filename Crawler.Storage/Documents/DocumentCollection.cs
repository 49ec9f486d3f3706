namespace Crawler.Storage.Documents;

/// <summary>A collection, declared once: how a document is keyed, what can be filtered, sorted and counted, and what its searchable text is.</summary>
/// <typeparam name="T">A contract record, stored as its <c>ContractsJson</c> form.</typeparam>
public sealed record DocumentCollection<T>
    where T : class
{
    /// <summary>Lower-case letters and underscores; the table or collection name.</summary>
    public required string Name { get; init; }

    public required Func<T, string> Key { get; init; }

    public IReadOnlyList<IndexedField<T>> Fields { get; init; } = [];

    /// <summary>The text that <see cref="DocumentQuery.Text"/> searches. Null: the collection has no text search.</summary>
    public Func<T, string>? SearchText { get; init; }

    /// <summary>
    /// Facets that are asked for over the whole collection; of bands, the finest that are asked. A store in which counting means reading every document
    /// keeps these, and the number of documents, up to date on write; what other processes wrote in the last seconds may then be missing from them.
    /// </summary>
    public IReadOnlyList<FacetRequest> CountedFacets { get; init; } = [];

    /// <summary>Raised when <see cref="Fields"/> or <see cref="SearchText"/> change; the store then rebuilds its indexes from the documents.</summary>
    public int IndexVersion { get; init; } = 1;
}

/// <summary>A field that queries may name.</summary>
/// <param name="Name">camelCase, unique in the collection.</param>
/// <param name="Type">How values compare.</param>
/// <param name="Values">The field's values in a document: none, one, or (keywords) several.</param>
public sealed record IndexedField<T>(string Name, FieldType Type, Func<T, IEnumerable<FieldValue>> Values);

/// <summary>How the values of a field compare.</summary>
public enum FieldType
{
    /// <summary>One string, compared by code point.</summary>
    Keyword,

    /// <summary>Any number of strings; a filter matches when one of them does. Cannot be sorted by.</summary>
    Keywords,

    /// <summary>A double.</summary>
    Number,

    /// <summary>A UTC instant, millisecond precision.</summary>
    Instant,
}

/// <summary>A value of an indexed field: a string, a number or an instant.</summary>
public readonly record struct FieldValue
{
    private FieldValue(string? text, double? number, DateTimeOffset? instant)
    {
        Text = text;
        Number = number;
        Instant = instant;
    }

    public string? Text { get; }

    public double? Number { get; }

    public DateTimeOffset? Instant { get; }

    public static implicit operator FieldValue(string value) => new(value, null, null);

    public static implicit operator FieldValue(double value) => new(null, value, null);

    public static implicit operator FieldValue(DateTimeOffset value) => new(null, null, value);

    public static FieldValue From(string value) => value;

    public static FieldValue From(double value) => value;

    public static FieldValue From(DateTimeOffset value) => value;
}

/// <summary>Short forms for declaring fields; a null value means that the document has none.</summary>
public static class Field
{
    public static IndexedField<T> Keyword<T>(string name, Func<T, string?> value) =>
        new(name, FieldType.Keyword, d => value(d) is { } v ? [v] : []);

    public static IndexedField<T> Keywords<T>(string name, Func<T, IEnumerable<string>> values) =>
        new(name, FieldType.Keywords, d => values(d).Select(FieldValue.From));

    public static IndexedField<T> Number<T>(string name, Func<T, double?> value) =>
        new(name, FieldType.Number, d => value(d) is { } v ? [v] : []);

    public static IndexedField<T> Instant<T>(string name, Func<T, DateTimeOffset?> value) =>
        new(name, FieldType.Instant, d => value(d) is { } v ? [v] : []);
}
