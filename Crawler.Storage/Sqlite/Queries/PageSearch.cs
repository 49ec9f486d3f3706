using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>One page of a query: first the documents that have the sort field, then those without.</summary>
internal sealed class PageSearch
{
    private readonly CollectionTables tables;
    private readonly Conditions conditions;
    private readonly PageRequest page;

    /// <exception cref="ArgumentException">The query does not fit the collection, its limit is out of range, or the cursor is another query's.</exception>
    public PageSearch(CollectionTables tables, DocumentQuery query)
    {
        this.tables = tables;
        page = new PageRequest(tables, query);
        conditions = new Conditions(tables, query);
    }

    public Page<T> Run<T>(SqliteSession session, CollectionLayout<T> layout)
        where T : class
    {
        // One more than asked for tells whether there is a next page.
        var found = new List<FoundRow>();
        if (page.SortedBy is not null && page.After is not { Without: true })
        {
            found.AddRange(new RowWalk(conditions, page.SortedBy, page.Descending, AbsentField: null, page.After).First(session, page.Limit + 1));
        }

        // A filter on the sort field leaves nobody without it; asking all the same would walk over every document that lacks it.
        if (found.Count <= page.Limit && !page.SortFieldRequired)
        {
            var cursor = page.SortedBy is null || page.After is { Without: true } ? page.After : null;
            found.AddRange(new RowWalk(conditions, SortedBy: null, Descending: false, AbsentField: page.SortedBy, cursor).First(session, page.Limit + 1 - found.Count));
        }

        string? next = found.Count > page.Limit ? page.CursorAt(found[page.Limit - 1].Key, found[page.Limit - 1].SortValue) : null;
        return new Page<T>([.. found.Take(page.Limit).Select(f => Read(session, layout, f))], next);
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
