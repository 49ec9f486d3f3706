using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>One page of a query.</summary>
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
        conditions = Conditions.Of(tables, query);
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
        var found = new List<Found>();
        if (sortedBy is not null && after is not { Without: true })
        {
            Collect(session, sortedBy, limit + 1, found);
        }

        // A filter on the sort field leaves nobody without it; asking all the same would walk over every document that lacks it.
        if (found.Count <= limit && !sortFieldRequired)
        {
            Collect(session, null, limit + 1 - found.Count, found);
        }

        string? next = found.Count > limit ? CursorAt(found[limit - 1]).Encode() : null;
        return new Page<T>([.. found.Take(limit).Select(f => Read(session, layout, f))], next);
    }

    /// <param name="by">Null: by key, those without the sort field (or all, when there is none).</param>
    private void Collect(SqliteSession session, FieldSlot? by, int count, List<Found> found)
    {
        var tests = new List<string>();
        if (conditions.Sql.Length > 0)
        {
            tests.Add(conditions.Sql);
        }

        var cursor = by is not null || sortedBy is null || after is { Without: true } ? after : null;
        string column = $"x.{by?.Column}";
        if (by is not null)
        {
            tests.Add($"{column} IS NOT NULL");
        }
        else if (sortedBy is not null)
        {
            tests.Add($"x.{sortedBy.Column} IS NULL");
        }

        if (cursor is not null)
        {
            // The outer bound lets an index begin at the right place.
            string beyond = descending ? "<" : ">";
            tests.Add(by is null ? "x.key > ?" : $"{column} {beyond}= ? AND ({column} {beyond} ? OR x.key > ?)");
        }

        string where = tests.Count == 0 ? "" : $" WHERE {string.Join(" AND ", tests)}";
        string order = by is null ? "x.key" : $"{column}{(descending ? " DESC" : "")}, x.key";
        using var rows = session.Use($"SELECT x.id, x.key{(by is null ? "" : $", {column}")} FROM {tables.FieldTable} x{where} ORDER BY {order} LIMIT ?");
        int index = conditions.Bind(rows, 1);
        if (cursor is not null)
        {
            if (by is not null)
            {
                object value = SortValue(cursor, by);
                Conditions.Bind(rows, index++, value);
                Conditions.Bind(rows, index++, value);
            }

            rows.Bind(index++, cursor.Key);
        }

        rows.Bind(index, (long)count);
        while (rows.Step())
        {
            found.Add(new Found(rows.Int64(0), rows.Text(1), by?.Type switch
            {
                null => null,
                FieldType.Number => rows.Double(2),
                FieldType.Instant => rows.Int64(2),
                _ => rows.Text(2),
            }));
        }
    }

    private Stored<T> Read<T>(SqliteSession session, CollectionLayout<T> layout, Found found)
        where T : class
    {
        using var row = session.Use($"SELECT version, json FROM {tables.DocumentTable} WHERE id = ?").Bind(1, found.Id);
        return row.Step()
            ? new Stored<T>(layout.Read(row.Bytes(1), found.Key, session.Path), row.Int64(0))
            : throw new StoreException(StoreProblem.Corrupt, $"{session.Path}: '{found.Key}' of {tables.Name} is in the indexes but not in the store. Restore the store from the backup");
    }

    private Cursor CursorAt(Found last) => new()
    {
        Query = print,
        Key = last.Key,
        Without = sortedBy is not null && last.SortValue is null,
        Text = last.SortValue as string,
        Number = last.SortValue switch { long instant => instant, double number => BitConverter.DoubleToInt64Bits(number), _ => null },
    };

    private static object SortValue(Cursor cursor, FieldSlot by) => by.Type switch
    {
        FieldType.Number => BitConverter.Int64BitsToDouble(cursor.Number ?? 0),
        FieldType.Instant => cursor.Number ?? 0,
        _ => cursor.Text ?? "",
    };

    private readonly record struct Found(long Id, string Key, object? SortValue);
}
