using System.Text;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Text;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>A query's text and filters as SQL over the fields table (alias <c>x</c>).</summary>
/// <param name="Sql">Joined by AND; empty: everything matches.</param>
/// <param name="Parameters">In the order of their marks.</param>
internal sealed record Conditions(CollectionTables Tables, string Sql, IReadOnlyList<object> Parameters)
{
    public string Where => Sql.Length == 0 ? "" : $" WHERE {Sql}";

    /// <exception cref="ArgumentException">The query names what the collection does not have.</exception>
    public static Conditions Of(CollectionTables tables, DocumentQuery query)
    {
        var parts = new List<string>();
        var parameters = new List<object>();
        AddText(tables, query.Text, parts, parameters);
        foreach (var filter in query.Where)
        {
            Add(tables.Slot(filter.Field), filter, tables, parts, parameters);
        }

        return new Conditions(tables, string.Join(" AND ", parts), parameters);
    }

    public long Count(SqliteSession session)
    {
        using var rows = session.Use($"SELECT count(*) FROM {Tables.FieldTable} x{Where}");
        Bind(rows, 1);
        rows.Step();
        return rows.Int64(0);
    }

    /// <returns>The number of the next parameter.</returns>
    public int Bind(SqliteStatement statement, int from)
    {
        foreach (object parameter in Parameters)
        {
            Bind(statement, from++, parameter);
        }

        return from;
    }

    public static void Bind(SqliteStatement statement, int index, object value)
    {
        switch (value)
        {
            case string text: statement.Bind(index, text); break;
            case double number: statement.Bind(index, number); break;
            case int ordinal: statement.Bind(index, (long)ordinal); break;
            default: statement.Bind(index, (long)value); break;
        }
    }

    private static void AddText(CollectionTables tables, string? text, List<string> parts, List<object> parameters)
    {
        var terms = TextQuery.Parse(text).Terms;
        if (!string.IsNullOrWhiteSpace(text) && !tables.HasText)
        {
            throw new ArgumentException($"{tables.Name} has no text search", nameof(text));
        }

        if (terms.Count > 0)
        {
            parts.Add($"x.id IN (SELECT rowid FROM {tables.TextTable} WHERE {tables.TextTable} MATCH ?)");
            parameters.Add(string.Join(" AND ", terms.Select(Match)));
        }
    }

    private static string Match(TextTerm term)
    {
        // Words hold letters, digits and private-use characters only, but a quote inside would be doubled all the same.
        string words = string.Join(' ', term.Words).Replace("\"", "\"\"", StringComparison.Ordinal);
        return $"\"{words}\"{(term.PrefixOfLast ? " *" : "")}";
    }

    private static void Add(FieldSlot slot, Filter filter, CollectionTables tables, List<string> parts, List<object> parameters)
    {
        bool isSet = slot.Type == FieldType.Keywords;
        string operand = isSet ? "word" : $"x.{slot.Column}";
        var (test, values) = filter switch
        {
            AnyOfFilter any => (In(operand, any.Values.Count), any.Values),
            NoneOfFilter none => (In(operand, none.Values.Count), none.Values),
            RangeFilter range => Between(operand, range),
            _ => throw new ArgumentException($"unknown filter {filter.GetType().Name}", nameof(filter)),
        };

        if (isSet)
        {
            test = $"x.id IN (SELECT id FROM {tables.WordTable} WHERE field = ? AND {test})";
            parameters.Add(slot.Ordinal);
        }

        parameters.AddRange(values.Select(slot.ToColumn));
        parts.Add(filter is not NoneOfFilter ? test : isSet ? $"NOT {test}" : $"({test}) IS NOT TRUE");
    }

    private static string In(string operand, int count) => count switch
    {
        0 => "FALSE",
        1 => $"{operand} = ?",
        _ => $"{operand} IN ({string.Join(',', Enumerable.Repeat('?', count))})",
    };

    private static (string Test, IReadOnlyList<FieldValue> Values) Between(string operand, RangeFilter range)
    {
        var test = new StringBuilder($"{operand} IS NOT NULL");
        var values = new List<FieldValue>();
        if (range.Min is { } min)
        {
            test.Append(" AND ").Append(operand).Append(" >= ?");
            values.Add(min);
        }

        if (range.Max is { } max)
        {
            test.Append(" AND ").Append(operand).Append(" < ?");
            values.Add(max);
        }

        return (test.ToString(), values);
    }
}
