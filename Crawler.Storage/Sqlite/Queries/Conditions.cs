using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>A query's text and filters, and the way to the rows that meet them.</summary>
internal sealed class Conditions
{
    // What passing a row costs, in hundredths of a microsecond, measured by benchmarks/Storage; only their proportions matter.
    public const int FoundByIndex = 100;
    private const int Scanned = 25;
    private const int FoundByText = 30;
    private const int ListedForTest = 12;
    private const int LookedUp = 40;

    // Counting in an index costs a few hundredths of a microsecond a row; an estimate may not cost much more than it can save.
    private const int MaxCounted = 20_000;
    private const int MaxTextCounted = 100_000;

    /// <exception cref="ArgumentException">The query names what the collection does not have.</exception>
    public Conditions(CollectionTables tables, DocumentQuery query)
    {
        Tables = tables;
        Text = Condition.OfText(tables, query.Text);
        Filters = [.. query.Where.Select(f => Condition.Of(tables, f))];
    }

    public CollectionTables Tables { get; }

    /// <summary>Null: no text condition.</summary>
    public Condition? Text { get; }

    public IReadOnlyList<Condition> Filters { get; }

    private IEnumerable<Condition> All => Text is null ? Filters : Filters.Prepend(Text);

    public long Count(SqliteSession session)
    {
        var access = BestAccess(session);
        using var rows = session.Use($"SELECT count(*) FROM {access.From}{access.Where}");
        access.Bind(rows, 1);
        rows.Step();
        return rows.Int64(0);
    }

    /// <summary>The cheapest way to all rows that match, judged by counting in the indexes what each condition alone would find.</summary>
    public Access BestAccess(SqliteSession session)
    {
        long rows = RowsIn(session);
        long found = Text is null ? 0 : CountUpTo(session, Text.Counted!, Text, MaxTextCounted);
        long textRows = found < MaxTextCounted ? found : rows;
        Condition? best = Text;
        long passing = Text is null ? rows : textRows;
        long cost = Text is null ? rows * Scanned : textRows * FoundByText;
        foreach (var filter in Filters.Where(f => f.Counted is not null))
        {
            // Another index leaves it to a list of all text matches to test the text.
            long budget = (cost - (textRows * ListedForTest)) / FoundByIndex;
            long limit = Math.Min(MaxCounted, budget);
            if (limit > 0 && CountUpTo(session, filter.Counted!, filter, limit) is var filtered && filtered < limit)
            {
                (best, passing, cost) = (filter, filtered, (filtered * FoundByIndex) + (textRows * ListedForTest));
            }
        }

        return Through(session, best, passing) with { Cost = cost };
    }

    /// <summary>Over rows that come from elsewhere: every condition is only tested.</summary>
    /// <param name="passing">How many rows come.</param>
    public Access Testing(SqliteSession session, string from, long passing) => new(from, [.. All.Select(c => Test(session, c, passing))], [.. All]);

    private Access Through(SqliteSession session, Condition? driver, long passing)
    {
        if (driver is null)
        {
            return Testing(session, $"{Tables.FieldTable} x NOT INDEXED", passing);
        }

        Condition[] others = [.. All.Where(c => c != driver)];
        if (driver != Text)
        {
            return new Access($"{Tables.FieldTable} x", [driver.Indexed!, .. others.Select(c => Test(session, c, passing))], [driver, .. others]);
        }

        // Sets are tested on the number alone, before the row is looked up.
        return new Access(
            $"{Tables.TextTable} t CROSS JOIN {Tables.FieldTable} x ON x.id = t.rowid",
            [driver.Indexed!, .. others.Select(c => c.Kind == ConditionKind.Set ? Test(session, c, passing).Replace("+x.id", "+t.rowid", StringComparison.Ordinal) : c.Tested)],
            [driver, .. others]);
    }

    /// <summary>The cheaper test: a set's members are listed once, or looked up for each row that passes.</summary>
    private static string Test(SqliteSession session, Condition condition, long passing)
    {
        if (condition.Probe is not { } probe)
        {
            return condition.Tested;
        }

        long worthListing = passing * probe.Words * LookedUp / ListedForTest;
        return worthListing < MaxTextCounted && CountUpTo(session, probe.Counted, condition, worthListing + 1) > worthListing
            ? probe.Tested
            : condition.Tested;
    }

    /// <summary>At least as many as there are; hardly more, since ids rise without large gaps.</summary>
    private long RowsIn(SqliteSession session)
    {
        using var rows = session.Use($"SELECT max(id) FROM {Tables.FieldTable}");
        return rows.Step() ? rows.Int64(0) : 0;
    }

    private static long CountUpTo(SqliteSession session, string counted, Condition condition, long limit)
    {
        using var rows = session.Use(counted);
        int next = condition.Bind(rows, 1);
        rows.Bind(next, limit).Step();
        return rows.Int64(0);
    }
}

/// <summary>Where rows come from, and what each must pass.</summary>
/// <param name="Tests">Joined by AND.</param>
/// <param name="Conditions">In the order in which their parameters stand in <paramref name="Tests"/>.</param>
internal sealed record Access(string From, IReadOnlyList<string> Tests, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Roughly, in hundredths of a microsecond.</summary>
    public long Cost { get; init; }

    public string Where => Tests.Count == 0 ? "" : $" WHERE {string.Join(" AND ", Tests)}";

    /// <returns>The number of the next parameter.</returns>
    public int Bind(SqliteStatement statement, int from) => Conditions.Aggregate(from, (next, condition) => condition.Bind(statement, next));
}
