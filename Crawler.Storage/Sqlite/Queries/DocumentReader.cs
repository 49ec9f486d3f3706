using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>Reads a document by its key.</summary>
internal static class DocumentReader
{
    public static Stored<T>? Get<T>(SqliteSession session, CollectionLayout<T> layout, string key)
        where T : class
    {
        using var row = session.Use($"SELECT version, json FROM {layout.Tables.DocumentTable} WHERE key = ?").Bind(1, key);
        return row.Step() ? new Stored<T>(layout.Read(row.Bytes(1), key, session.Path), row.Int64(0)) : null;
    }
}
