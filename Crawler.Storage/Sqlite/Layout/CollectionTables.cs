using System.Globalization;
using System.Text;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>
/// A collection's tables. <c>name</c> owns the documents; the others repeat parts of them for searching and can be rebuilt from it: <c>name.fields</c> one
/// narrow row per document with the indexed fields (facets read only this), <c>name.words</c> the members of keyword sets, <c>name.text</c> the full-text
/// index.
/// </summary>
internal sealed class CollectionTables : CollectionShape
{
    // Raised when the search tables of the same declaration are laid out anew; stores then rebuild them.
    private const int LayoutVersion = 2;

    public CollectionTables(string name, IEnumerable<(string Name, FieldType Type)> fields, bool hasText, int indexVersion)
        : base(name, fields, hasText, indexVersion) =>
        Declaration = string.Create(
            CultureInfo.InvariantCulture,
            $"layout {LayoutVersion};v{indexVersion};text={hasText};{string.Join(',', Fields.Select(f => $"{f.Name}:{f.Type}"))}");

    /// <summary>Differs when the search tables of one declaration do not serve another.</summary>
    public string Declaration { get; }

    public bool HasWords => Fields.Any(f => f.Type == FieldType.Keywords);

    public string DocumentTable => $"\"{Name}\"";

    public string FieldTable => $"\"{Name}.fields\"";

    public string WordTable => $"\"{Name}.words\"";

    public string TextTable => $"\"{Name}.text\"";

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
            // Without the key behind it, which would spare sorting equal values: keys are hashes, so each new document would change a page in the middle of
            // every index instead of one at the end of its value's, and the log would grow by half as much again.
            sql.Append(CultureInfo.InvariantCulture, $"CREATE INDEX \"{Name}.by.{field.Name}\" ON {FieldTable} ({field.Column});\n");
        }

        if (HasWords)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $"CREATE TABLE {WordTable} (field INTEGER, word TEXT, id INTEGER, PRIMARY KEY (field, word, id)) WITHOUT ROWID;\n");
        }

        if (HasText)
        {
            // Without content of its own: the text is in the document. The prefix indexes answer the short beginnings, which would otherwise read most of the
            // index.
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
}
