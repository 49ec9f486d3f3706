using System.Globalization;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Writing;

/// <summary>Writes one document and its share of the search tables within the open transaction.</summary>
internal static class DocumentWriter
{
    public static bool Insert(WriteScope scope, CollectionTables tables, PreparedDocument document)
    {
        long version = scope.NextVersion(tables);
        using (var insert = scope.Session.Use($"INSERT INTO {tables.DocumentTable} (key, version, json) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING"))
        {
            insert.Bind(1, document.Key).Bind(2, version).BindUtf8(3, document.Json).Step();
            if (scope.Session.Changes == 0)
            {
                return false;
            }
        }

        AddToIndexes(scope.Session, tables, scope.Session.LastInsertId, document);
        return true;
    }

    public static bool Replace(WriteScope scope, CollectionTables tables, PreparedDocument document, long version)
    {
        long id;
        using (var update = scope.Session.Use($"UPDATE {tables.DocumentTable} SET version = ?, json = ? WHERE key = ? AND version = ? RETURNING id"))
        {
            update.Bind(1, scope.NextVersion(tables)).BindUtf8(2, document.Json).Bind(3, document.Key).Bind(4, version);
            if (!update.Step())
            {
                return false;
            }

            id = update.Int64(0);
            update.Step();
        }

        ChangeIndexes(scope.Session, tables, id, document);
        return true;
    }

    public static bool Delete(WriteScope scope, CollectionTables tables, string key, long? version)
    {
        _ = scope.NextVersion(tables);
        long id;
        using (var delete = scope.Session.Use($"DELETE FROM {tables.DocumentTable} WHERE key = ? AND (? IS NULL OR version = ?) RETURNING id"))
        {
            delete.Bind(1, key).Bind(2, version).Bind(3, version);
            if (!delete.Step())
            {
                return false;
            }

            id = delete.Int64(0);
            delete.Step();
        }

        var (columns, _) = ReadIndexed(scope.Session, tables, id);
        for (int i = 0; i < columns.Length; i++)
        {
            ChangeWords(scope.Session, tables, i, id, columns[i] as byte[], null);
        }

        Run(scope.Session, $"DELETE FROM {tables.FieldTable} WHERE id = ?", id);
        if (tables.HasText)
        {
            Run(scope.Session, $"DELETE FROM {tables.TextTable} WHERE rowid = ?", id);
        }

        return true;
    }

    /// <summary>Adds a document's share of the search tables, which hold nothing of it yet.</summary>
    public static void AddToIndexes(SqliteSession session, CollectionTables tables, long id, PreparedDocument document)
    {
        string columns = string.Concat(tables.Fields.Select(f => $", {f.Column}"));
        string places = string.Concat(Enumerable.Repeat(", ?", tables.Fields.Count));
        using (var insert = session.Use($"INSERT INTO {tables.FieldTable} (id, key, text_hash{columns}) VALUES (?, ?, ?{places})"))
        {
            insert.Bind(1, id).Bind(2, document.Key).Bind(3, document.TextHash);
            for (int i = 0; i < document.Columns.Length; i++)
            {
                insert.BindValue(i + 4, document.Columns[i]);
            }

            insert.Step();
        }

        for (int i = 0; i < document.Columns.Length; i++)
        {
            ChangeWords(session, tables, i, id, null, document.Columns[i] as byte[]);
        }

        if (tables.HasText)
        {
            using var insert = session.Use($"INSERT INTO {tables.TextTable} (rowid, words) VALUES (?, ?)");
            insert.Bind(1, id).Bind(2, document.Words).Step();
        }
    }

    private static void ChangeIndexes(SqliteSession session, CollectionTables tables, long id, PreparedDocument document)
    {
        var (before, textHash) = ReadIndexed(session, tables, id);
        bool textChanged = tables.HasText && textHash != document.TextHash;
        int[] changed = [.. Enumerable.Range(0, before.Length).Where(i => !Same(before[i], document.Columns[i]))];
        if (changed.Length > 0 || textChanged)
        {
            // Naming only what changed spares the other indexes.
            string columns = string.Concat(changed.Select(i => $", {tables.Fields[i].Column} = ?"));
            using var update = session.Use($"UPDATE {tables.FieldTable} SET text_hash = ?{columns} WHERE id = ?");
            update.Bind(1, document.TextHash);
            for (int i = 0; i < changed.Length; i++)
            {
                update.BindValue(i + 2, document.Columns[changed[i]]);
            }

            update.Bind(changed.Length + 2, id).Step();
        }

        foreach (int i in changed)
        {
            ChangeWords(session, tables, i, id, before[i] as byte[], document.Columns[i] as byte[]);
        }

        if (textChanged)
        {
            using var update = session.Use($"UPDATE {tables.TextTable} SET words = ? WHERE rowid = ?");
            update.Bind(1, document.Words).Bind(2, id).Step();
        }
    }

    private static (object?[] Columns, long TextHash) ReadIndexed(SqliteSession session, CollectionTables tables, long id)
    {
        using var row = session.Use($"SELECT text_hash{string.Concat(tables.Fields.Select(f => $", {f.Column}"))} FROM {tables.FieldTable} WHERE id = ?")
            .Bind(1, id);
        if (!row.Step())
        {
            throw new StoreException(StoreProblem.Corrupt,
                string.Create(CultureInfo.InvariantCulture, $"{session.Path}: the indexes of '{tables.Name}' miss document {id}. Nothing was changed. Restore the store from the backup"));
        }

        object?[] columns = new object?[tables.Fields.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = row.IsNull(i + 1) ? null : tables.Fields[i].Type switch
            {
                FieldType.Number => row.Double(i + 1),
                FieldType.Instant => row.Int64(i + 1),
                FieldType.Keywords => row.Bytes(i + 1).ToArray(),
                _ => row.Text(i + 1),
            };
        }

        return (columns, row.Int64(0));
    }

    private static void ChangeWords(SqliteSession session, CollectionTables tables, int ordinal, long id, byte[]? before, byte[]? after)
    {
        if (before is null && after is null)
        {
            return;
        }

        var old = PackedWords.Unpack(before);
        var now = PackedWords.Unpack(after);
        foreach (string word in old.Except(now, StringComparer.Ordinal))
        {
            using var delete = session.Use($"DELETE FROM {tables.WordTable} WHERE field = ? AND word = ? AND id = ?");
            delete.Bind(1, ordinal).Bind(2, word).Bind(3, id).Step();
        }

        foreach (string word in now.Except(old, StringComparer.Ordinal))
        {
            using var insert = session.Use($"INSERT OR IGNORE INTO {tables.WordTable} (field, word, id) VALUES (?, ?, ?)");
            insert.Bind(1, ordinal).Bind(2, word).Bind(3, id).Step();
        }
    }

    private static bool Same(object? a, object? b) => a is byte[] x && b is byte[] y ? x.AsSpan().SequenceEqual(y) : Equals(a, b);

    private static void Run(SqliteSession session, string sql, long id)
    {
        using var statement = session.Use(sql).Bind(1, id);
        statement.Step();
    }
}
