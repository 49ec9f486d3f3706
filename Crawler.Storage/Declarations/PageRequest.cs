using Crawler.Storage.Documents;

namespace Crawler.Storage.Declarations;

/// <summary>A query's page, order and cursor, checked against the collection.</summary>
internal sealed class PageRequest
{
    private readonly string _print;

    /// <exception cref="ArgumentException">The limit is out of range, the order does not fit the collection, or the cursor is another query's.</exception>
    public PageRequest(CollectionShape shape, DocumentQuery query)
    {
        if (query.Limit is < 1 or > 1000)
        {
            throw new ArgumentException($"the limit is {query.Limit}: choose 1 to 1000", nameof(query));
        }

        Limit = query.Limit;
        Descending = query.OrderBy is { Descending: true };
        SortedBy = query.OrderBy is { } order ? shape.Slot(order.Field) : null;
        if (SortedBy is { Type: FieldType.Keywords })
        {
            throw new ArgumentException($"{shape.Name} cannot be sorted by '{SortedBy.Name}': it holds several values", nameof(query));
        }

        SortFieldRequired = query.Where.Any(f => f is AnyOfFilter or RangeFilter && string.Equals(f.Field, query.OrderBy?.Field, StringComparison.Ordinal));
        _print = PageCursor.PrintOf(shape.Name, query);
        After = query.After is { } text ? PageCursor.Decode(text, _print) : null;
    }

    public int Limit { get; }

    public bool Descending { get; }

    /// <summary>Null: by key.</summary>
    public FieldSlot? SortedBy { get; }

    /// <summary>A filter on the sort field leaves no document without it.</summary>
    public bool SortFieldRequired { get; }

    /// <summary>Null: the first page.</summary>
    public PageCursor? After { get; }

    /// <summary>Where this page ends.</summary>
    /// <param name="sortValue">As stores keep it. Null: the document has no sort field, or none is asked for.</param>
    public string CursorAt(string key, object? sortValue) => PageCursor.At(key, sortValue, SortedBy is not null, _print).Encode();
}
