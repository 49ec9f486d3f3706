using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>
/// A collection's tables. <c>name</c> owns the documents; the others repeat parts of them for searching and can be rebuilt from it: <c>name.fields</c> one narrow row per document with
/// the indexed fields (facets read only this), <c>name.words</c> the members of keyword sets, <c>name.text</c> the full-text index.
/// </summary>
internal sealed partial class CollectionTables
{
    // Raised when the search tables of the same declaration are laid out anew; stores then rebuild them.
    private const int LayoutVersion = 2;

    public CollectionTables(string name, IEnumerable<(string Name, FieldType Type)> fields, bool hasText, int indexVersion)
    {
        if (!NamePattern().IsMatch(name) || name.StartsWith("sqlite", StringComparison.Ordinal) || name.StartsWith("cyberpatrol", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' cannot name a collection: use lower-case letters, digits and underscores, a letter first", nameof(name));
        }

        Name = name;
        Fields = [.. fields.Select((f, i) => new FieldSlot(f.Name, f.Type, i))];
        HasText = hasText;
        IndexVersion = indexVersion;
        if (Fields.FirstOrDefault(f => !FieldPattern().IsMatch(f.Name)) is { } odd)
        {
            throw new ArgumentException($"'{odd.Name}' cannot name a field of {name}: use letters and digits, a lower-case letter first", nameof(fields));
        }

        // SQLite's column names do not distinguish case.
        if (Fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{name} declares the field '{twice.Key}' twice", nameof(fields));
        }

        Declaration = string.Create(CultureInfo.InvariantCulture, $"layout {LayoutVersion};v{indexVersion};text={hasText};{string.Join(',', Fields.Select(f => $"{f.Name}:{f.Type}"))}");
    }

    public string Name { get; }

    public IReadOnlyList<FieldSlot> Fields { get; }

    public bool HasText { get; }

    public int IndexVersion { get; }

    /// <summary>Differs when the search tables of one declaration do not serve another.</summary>
    public string Declaration { get; }

    public bool HasWords => Fields.Any(f => f.Type == FieldType.Keywords);

    public string DocumentTable => $"\"{Name}\"";

    public string FieldTable => $"\"{Name}.fields\"";

    public string WordTable => $"\"{Name}.words\"";

    public string TextTable => $"\"{Name}.text\"";

    public FieldSlot Slot(string field) =>
        Fields.FirstOrDefault(f => string.Equals(f.Name, field, StringComparison.Ordinal))
        ?? throw new ArgumentException($"{Name} has no indexed field '{field}'; it has: {(Fields.Count == 0 ? "none" : string.Join(", ", Fields.Select(f => f.Name)))}", nameof(field));

    public string CreateDocumentsSql =>
        $"CREATE TABLE {DocumentTable} (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, json TEXT NOT NULL)";

    /// <summary>The tables that can be rebuilt, and their indexes.</summary>
    public string CreateSearchTablesSql()
    {
        var sql = new StringBuilder($"CREATE TABLE {FieldTable} (id INTEGER PRIMARY KEY, key TEXT NOT NULL, text_hash INTEGER");
        foreach (var field in Fields)
        {
            sql.Append(CultureInfo.InvariantCulture, $", {field.Column} {ColumnType(field.Type)}");
        }

        sql.Append(");\n");
        foreach (var field in Fields.Where(f => f.Type != FieldType.Keywords))
        {
            // Without the key behind it, which would spare sorting equal values: keys are hashes, so each new document would change a page in the middle of every index instead of one at
            // the end of its value's, and the log would grow by half as much again.
            sql.Append(CultureInfo.InvariantCulture, $"CREATE INDEX \"{Name}.by.{field.Name}\" ON {FieldTable} ({field.Column});\n");
        }

        if (HasWords)
        {
            sql.Append(CultureInfo.InvariantCulture, $"CREATE TABLE {WordTable} (field INTEGER, word TEXT, id INTEGER, PRIMARY KEY (field, word, id)) WITHOUT ROWID;\n");
        }

        if (HasText)
        {
            // Without content of its own: the text is in the document. The prefix indexes answer the short beginnings, which would otherwise read most of the index.
            sql.Append(CultureInfo.InvariantCulture, $"CREATE VIRTUAL TABLE {TextTable} USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');\n");
        }

        return sql.ToString();
    }

    public string DropSearchTablesSql =>
        $"DROP TABLE IF EXISTS {FieldTable}; DROP TABLE IF EXISTS {WordTable}; DROP TABLE IF EXISTS {TextTable};";

    private static string ColumnType(FieldType type) => type switch
    {
        FieldType.Number => "REAL",
        FieldType.Instant => "INTEGER",
        FieldType.Keywords => "BLOB",
        _ => "TEXT",
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex FieldPattern();
}
