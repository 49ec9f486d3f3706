using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>One page of a query: first the documents that have the sort field, then those without.</summary>
internal sealed class PageSearch
{
    private readonly CollectionTables _tables;
    private readonly Conditions _conditions;
    private readonly PageRequest _page;

    /// <exception cref="ArgumentException">The query does not fit the collection, its limit is out of range, or the cursor is another query's.</exception>
    public PageSearch(CollectionTables tables, DocumentQuery query)
    {
        this._tables = tables;
        _page = new PageRequest(tables, query);
        _conditions = new Conditions(tables, query);
    }

    public Page<T> Run<T>(SqliteSession session, CollectionLayout<T> layout)
        where T : class
    {
        // One more than asked for tells whether there is a next page.
        var found = new List<FoundRow>();
        if (_page.SortedBy is not null && _page.After is not { Without: true })
        {
            found.AddRange(new RowWalk(_conditions, _page.SortedBy, _page.Descending, AbsentField: null, _page.After).First(session, _page.Limit + 1));
        }

        // A filter on the sort field leaves nobody without it; asking all the same would walk over every document that lacks it.
        if (found.Count <= _page.Limit && !_page.SortFieldRequired)
        {
            var cursor = _page.SortedBy is null || _page.After is { Without: true } ? _page.After : null;
            found.AddRange(new RowWalk(_conditions, SortedBy: null, Descending: false, AbsentField: _page.SortedBy, cursor).First(session, _page.Limit + 1 - found.Count));
        }

        string? next = found.Count > _page.Limit ? _page.CursorAt(found[_page.Limit - 1].Key, found[_page.Limit - 1].SortValue) : null;
        return new Page<T>([.. found.Take(_page.Limit).Select(f => Read(session, layout, f))], next);
    }

    private Stored<T> Read<T>(SqliteSession session, CollectionLayout<T> layout, FoundRow found)
        where T : class
    {
        using var row = session.Use($"SELECT version, json FROM {_tables.DocumentTable} WHERE id = ?").Bind(1, found.Id);
        return row.Step()
            ? new Stored<T>(layout.Read(row.Bytes(1), found.Key, session.Path), row.Int64(0))
            : throw new StoreException(StoreProblem.Corrupt, $"{session.Path}: '{found.Key}' of {_tables.Name} is in the indexes but not in the store. Restore the store from the backup");
    }
}
