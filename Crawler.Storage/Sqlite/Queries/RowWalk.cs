using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>The rows that meet the conditions, in order, from a cursor on.</summary>
/// <param name="SortedBy">Only rows that have this field, by it and then by key. Null: by key alone.</param>
/// <param name="AbsentField">Only rows that do not have this field. Null: no matter.</param>
/// <param name="After">Null: from the beginning.</param>
internal sealed record RowWalk(Conditions Conditions, FieldSlot? SortedBy, bool Descending, FieldSlot? AbsentField, PageCursor? After)
{
    // How many rows of the index that has the order are tried.
    private static readonly int[] Windows = [1_000, 10_000];

    private string[] Absence => AbsentField is null ? [] : [$"+x.{AbsentField.Column} IS NULL"];

    private string Direction => Descending ? " DESC" : "";

    public List<FoundRow> First(SqliteSession session, int count)
    {
        if (Conditions.Text is null && Conditions.Filters.Count == 0 && AbsentField is null)
        {
            return FirstInIndex(session, count);
        }

        var access = Conditions.BestAccess(session);

        // When most rows match, the first page lies at the beginning of the index that has the order already; when few do, walking it would pass all the
        // others. Without knowing which, a walk is tried as long as it costs less than sorting all that match. A text condition would have to list all its
        // matches even for that.
        foreach (int window in Windows.Where(w => Conditions.Text is null && (long)w * Conditions.FoundByIndex < access.Cost))
        {
            var found = FirstWithin(session, window, count);
            if (found.Count == count)
            {
                return found;
            }
        }

        return FirstSorted(session, access, count);
    }

    private List<FoundRow> FirstInIndex(SqliteSession session, int count)
    {
        using var rows = session.Use($"{Ordered([])} LIMIT ?");
        int next = BindBounds(rows, 1);
        rows.Bind(next, (long)count);
        return Collect(rows);
    }

    private List<FoundRow> FirstWithin(SqliteSession session, int window, int count)
    {
        // A filter on the sort field bounds the walk.
        Condition[] within = [.. Conditions.Filters.Where(f => f.Field is not null && f.Field == SortedBy)];
        var access = Conditions.Testing(session, $"({Ordered(within)} LIMIT ?) o CROSS JOIN {Conditions.Tables.FieldTable} x ON x.id = o.id", window);
        string order = SortedBy is null ? "o.key" : $"o.sorted{Direction}, o.key";
        using var rows = session.Use(
            $"SELECT o.id, o.key{(SortedBy is null ? "" : ", o.sorted")} FROM {access.From}{Where([.. access.Tests, .. Absence])} ORDER BY {order} LIMIT ?");
        int next = BindBounds(rows, within.Aggregate(1, (at, filter) => filter.Bind(rows, at)));
        rows.Bind(next, (long)window);
        next = access.Bind(rows, next + 1);
        rows.Bind(next, (long)count);
        return Collect(rows);
    }

    /// <summary>The rows as their index has them: by the sort field, or by the documents' keys.</summary>
    private string Ordered(IReadOnlyList<Condition> within)
    {
        string column = SortedBy is null ? "" : $", {SortedBy.Column} AS sorted";
        string table = SortedBy is null ? Conditions.Tables.DocumentTable : Conditions.Tables.FieldTable;
        return $"SELECT id, key{column} FROM {table} x{Where([.. within.Select(f => f.Indexed!), .. Bounds("x.")])} ORDER BY {Order("x.")}";
    }

    private List<FoundRow> FirstSorted(SqliteSession session, Access access, int count)
    {
        string column = SortedBy is null ? "" : $", x.{SortedBy.Column}";
        using var rows = session.Use(
            $"SELECT x.id, x.key{column} FROM {access.From}{Where([.. access.Tests, .. Bounds("+x."), .. Absence])} ORDER BY {Order("+x.")} LIMIT ?");
        int next = BindBounds(rows, access.Bind(rows, 1));
        rows.Bind(next, (long)count);
        return Collect(rows);
    }

    private static string Where(IReadOnlyCollection<string> tests) => tests.Count == 0 ? "" : $" WHERE {string.Join(" AND ", tests)}";

    private string Order(string alias) => SortedBy is null ? $"{alias}key" : $"{alias}{SortedBy.Column}{Direction}, {alias}key";

    private string[] Bounds(string alias)
    {
        var bounds = new List<string>();
        if (SortedBy is null)
        {
            if (After is not null)
            {
                bounds.Add($"{alias}key > ?");
            }
        }
        else if (After is null)
        {
            bounds.Add($"{alias}{SortedBy.Column} IS NOT NULL");
        }
        else
        {
            // The first bound lets the index begin at the right place; NULL passes neither.
            string beyond = Descending ? "<" : ">";
            bounds.Add($"{alias}{SortedBy.Column} {beyond}= ? AND ({alias}{SortedBy.Column} {beyond} ? OR {alias}key > ?)");
        }

        return [.. bounds];
    }

    private int BindBounds(SqliteStatement rows, int next)
    {
        if (After is null)
        {
            return next;
        }

        if (SortedBy is not null)
        {
            object value = After.ValueOf(SortedBy);
            rows.BindValue(next++, value).BindValue(next++, value);
        }

        rows.Bind(next++, After.Key);
        return next;
    }

    private List<FoundRow> Collect(SqliteStatement rows)
    {
        var found = new List<FoundRow>();
        while (rows.Step())
        {
            found.Add(new FoundRow(rows.Int64(0), rows.Text(1), SortedBy?.Type switch
            {
                null => null,
                FieldType.Number => rows.Double(2),
                FieldType.Instant => rows.Int64(2),
                _ => rows.Text(2),
            }));
        }

        return found;
    }
}

/// <summary>A row of a page.</summary>
/// <param name="SortValue">As its column has it. Null: the row has no sort field, or none is asked for.</param>
internal readonly record struct FoundRow(long Id, string Key, object? SortValue);
