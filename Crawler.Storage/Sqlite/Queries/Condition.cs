using System.Text;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Text;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>
/// One condition of a query over the fields table (alias <c>x</c>), in two spellings: one that an index can answer, and one that SQLite can only test on a
/// row it has already (the unary plus hides the column from its planner, which has no statistics and would guess).
/// </summary>
/// <param name="Indexed">Null: no index helps.</param>
/// <param name="Counted">Counts what <paramref name="Indexed"/> finds, up to a last parameter, reading an index only. Null when that is.</param>
/// <param name="Parameters">The same for all three.</param>
internal sealed record Condition(ConditionKind Kind, string Tested, string? Indexed, string? Counted, IReadOnlyList<object> Parameters)
{
    /// <summary>The field with an index of its own that it is about. Null: text or a set.</summary>
    public FieldSlot? Field { get; private init; }

    /// <summary>
    /// Sets: the same as <see cref="Tested"/>, looked up row by row. <see cref="Tested"/> lists all members first, which takes longer than a few thousand
    /// rows are worth. Null: there is only one way.
    /// </summary>
    public Probe? Probe { get; private init; }

    /// <exception cref="ArgumentException">The collection has no text search.</exception>
    public static Condition? OfText(CollectionTables tables, string? text)
    {
        var terms = tables.TermsOf(text);
        string find = $"FROM {tables.TextTable} WHERE {tables.TextTable} MATCH ?";
        return terms.Count == 0 ? null : new Condition(
            ConditionKind.Text,
            $"+x.id IN (SELECT rowid {find})",
            $"{tables.TextTable} MATCH ?",
            $"SELECT count(*) FROM (SELECT 1 {find} LIMIT ?)",
            [string.Join(" AND ", terms.Select(Match))]);
    }

    /// <exception cref="ArgumentException">The filter names a field that is not there, or values of another type.</exception>
    public static Condition Of(CollectionTables tables, Filter filter)
    {
        var slot = tables.Slot(filter.Field);
        object[] parameters = slot.ToStored(filter);
        if (slot.Type == FieldType.Keywords)
        {
            string find = $"FROM {tables.WordTable} WHERE field = ? AND {Test("word", filter)}";
            string member = $"x.id IN (SELECT id {find})";
            string count = $"SELECT count(*) FROM (SELECT 1 {find} LIMIT ?)";
            var probe = filter is RangeFilter ? null : new Probe(
                $"EXISTS (SELECT 1 FROM {tables.WordTable} w WHERE w.field = ? AND {Test("w.word", filter)} AND w.id = +x.id)", count, Math.Max(1, parameters.Length));
            return filter is NoneOfFilter
                ? new Condition(ConditionKind.Set, $"NOT +{member}", null, null, [slot.Ordinal, .. parameters])
                {
                    Probe = probe is null ? null : probe with { Tested = $"NOT {probe.Tested}" },
                }
                : new Condition(ConditionKind.Set, $"+{member}", member, count, [slot.Ordinal, .. parameters]) { Probe = probe };
        }

        string column = $"x.{slot.Column}";
        if (filter is NoneOfFilter)
        {
            return new Condition(ConditionKind.Field, $"({Test($"+{column}", filter)}) IS NOT TRUE", null, null, parameters);
        }

        string test = Test(column, filter);
        return new Condition(
            ConditionKind.Field, Test($"+{column}", filter), test, $"SELECT count(*) FROM (SELECT 1 FROM {tables.FieldTable} x WHERE {test} LIMIT ?)", parameters)
        {
            Field = slot,
        };
    }

    /// <returns>The number of the next parameter.</returns>
    public int Bind(SqliteStatement statement, int from)
    {
        foreach (object parameter in Parameters)
        {
            statement.BindValue(from++, parameter);
        }

        return from;
    }

    private static string Match(TextTerm term)
    {
        // Words hold letters, digits and private-use characters only, but a quote inside would be doubled all the same.
        string words = string.Join(' ', term.Words).Replace("\"", "\"\"", StringComparison.Ordinal);
        return $"\"{words}\"{(term.PrefixOfLast ? " *" : "")}";
    }

    private static string Test(string operand, Filter filter) => filter switch
    {
        AnyOfFilter any => In(operand, any.Values.Count),
        NoneOfFilter none => In(operand, none.Values.Count),
        RangeFilter range => Between(operand, range),
        _ => throw new ArgumentException($"unknown filter {filter.GetType().Name}", nameof(filter)),
    };

    private static string In(string operand, int count) => count switch
    {
        0 => "FALSE",
        1 => $"{operand} = ?",
        _ => $"{operand} IN ({string.Join(',', Enumerable.Repeat('?', count))})",
    };

    private static string Between(string operand, RangeFilter range)
    {
        var test = new StringBuilder($"{operand} IS NOT NULL");
        if (range.Min is not null)
        {
            test.Append(" AND ").Append(operand).Append(" >= ?");
        }

        if (range.Max is not null)
        {
            test.Append(" AND ").Append(operand).Append(" < ?");
        }

        return test.ToString();
    }
}

/// <summary>A set's condition, looked up row by row.</summary>
/// <param name="Counted">Counts the set's members, up to a last parameter.</param>
/// <param name="Words">Lookups per row, at most.</param>
internal sealed record Probe(string Tested, string Counted, int Words);

/// <summary>What an index would have to do for a condition.</summary>
internal enum ConditionKind
{
    /// <summary>The full-text index.</summary>
    Text,

    /// <summary>The words table.</summary>
    Set,

    /// <summary>A field's index.</summary>
    Field,
}
