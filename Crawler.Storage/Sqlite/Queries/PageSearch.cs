using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>One page of a query: first the documents that have the sort field, then those without.</summary>
internal sealed class PageSearch
{
    private readonly CollectionTables tables;
    private readonly Conditions conditions;
    private readonly FieldSlot? sortedBy;
    private readonly bool descending;
    private readonly int limit;
    private readonly bool sortFieldRequired;
    private readonly string print;
    private readonly Cursor? after;

    /// <exception cref="ArgumentException">The query does not fit the collection, its limit is out of range, or the cursor is another query's.</exception>
    public PageSearch(CollectionTables tables, DocumentQuery query)
    {
        if (query.Limit is < 1 or > 1000)
        {
            throw new ArgumentException($"the limit is {query.Limit}: choose 1 to 1000", nameof(query));
        }

        this.tables = tables;
        conditions = new Conditions(tables, query);
        limit = query.Limit;
        descending = query.OrderBy is { Descending: true };
        sortedBy = query.OrderBy is { } order ? tables.Slot(order.Field) : null;
        if (sortedBy is { Type: FieldType.Keywords })
        {
            throw new ArgumentException($"{tables.Name} cannot be sorted by '{sortedBy.Name}': it holds several values", nameof(query));
        }

        sortFieldRequired = query.Where.Any(f => f is AnyOfFilter or RangeFilter && string.Equals(f.Field, query.OrderBy?.Field, StringComparison.Ordinal));
        print = Cursor.PrintOf(tables.Name, query);
        after = query.After is { } text ? Cursor.Decode(text, print) : null;
    }

    public Page<T> Run<T>(SqliteSession session, CollectionLayout<T> layout)
        where T : class
    {
        // One more than asked for tells whether there is a next page.
        var found = new List<FoundRow>();
        if (sortedBy is not null && after is not { Without: true })
        {
            found.AddRange(new RowWalk(conditions, sortedBy, descending, AbsentField: null, after).First(session, limit + 1));
        }

        // A filter on the sort field leaves nobody without it; asking all the same would walk over every document that lacks it.
        if (found.Count <= limit && !sortFieldRequired)
        {
            var cursor = sortedBy is null || after is { Without: true } ? after : null;
            found.AddRange(new RowWalk(conditions, SortedBy: null, Descending: false, AbsentField: sortedBy, cursor).First(session, limit + 1 - found.Count));
        }

        string? next = found.Count > limit ? Cursor.At(found[limit - 1], sortedBy is not null, print).Encode() : null;
        return new Page<T>([.. found.Take(limit).Select(f => Read(session, layout, f))], next);
    }

    private Stored<T> Read<T>(SqliteSession session, CollectionLayout<T> layout, FoundRow found)
        where T : class
    {
        using var row = session.Use($"SELECT version, json FROM {tables.DocumentTable} WHERE id = ?").Bind(1, found.Id);
        return row.Step()
            ? new Stored<T>(layout.Read(row.Bytes(1), found.Key, session.Path), row.Int64(0))
            : throw new StoreException(StoreProblem.Corrupt, $"{session.Path}: '{found.Key}' of {tables.Name} is in the indexes but not in the store. Restore the store from the backup");
    }
}
