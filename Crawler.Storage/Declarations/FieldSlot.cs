using Crawler.Storage.Documents;

namespace Crawler.Storage.Declarations;

/// <summary>A declared field, without the documents' type.</summary>
/// <param name="Ordinal">Its number in the declaration.</param>
internal sealed record FieldSlot(string Name, FieldType Type, int Ordinal)
{
    /// <summary>The value as stores keep it: string, double or long (milliseconds since 1970).</summary>
    /// <exception cref="ArgumentException">The value is of another type than the field.</exception>
    public object ToStored(FieldValue value) => Type switch
    {
        FieldType.Keyword or FieldType.Keywords when value.Text is { } text => text,
        FieldType.Number when value.Number is { } number => number,
        FieldType.Instant when value.Instant is { } instant => instant.ToUnixTimeMilliseconds(),
        _ => throw new ArgumentException($"field '{Name}' holds {Expected()}, not {Describe(value)}", nameof(value)),
    };

    /// <summary>The one value of a single-valued field; null when the document has none.</summary>
    /// <exception cref="ArgumentException">There are several.</exception>
    public object? ToSingle(IEnumerable<FieldValue> values)
    {
        object? single = null;
        foreach (var value in values)
        {
            single = single is null
                ? ToStored(value)
                : throw new ArgumentException($"field '{Name}' gave more than one value; declare it as {FieldType.Keywords}", nameof(values));
        }

        // Not a number is no number; SQLite would store NULL as well.
        return single is double.NaN ? null : single;
    }

    /// <summary>The filter's values as stores keep them; those of a range are its bounds that are closed.</summary>
    /// <exception cref="ArgumentException">A value is of another type than the field.</exception>
    public object[] ToStored(Filter filter) => filter switch
    {
        AnyOfFilter any => [.. any.Values.Select(ToStored)],
        NoneOfFilter none => [.. none.Values.Select(ToStored)],
        RangeFilter range => [.. new[] { range.Min, range.Max }.OfType<FieldValue>().Select(ToStored)],
        _ => throw new ArgumentException($"unknown filter {filter.GetType().Name}", nameof(filter)),
    };

    private string Expected() => Type switch
    {
        FieldType.Number => "numbers",
        FieldType.Instant => "instants",
        _ => "text",
    };

    private static string Describe(FieldValue value) =>
        value.Text is { } t ? $"text ('{t}')" : value.Number is not null ? "a number" : value.Instant is not null ? "an instant" : "nothing";
}
