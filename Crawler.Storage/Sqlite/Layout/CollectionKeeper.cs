using System.Globalization;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Sqlite.Writing;
using Microsoft.Extensions.Logging;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>Creates a collection's tables, and rebuilds its search tables when its declaration has changed.</summary>
internal static class CollectionKeeper
{
    /// <summary>Whether the file serves the declaration already.</summary>
    public static bool IsReady(SqliteSession session, CollectionTables tables)
    {
        using var found = session.Use("SELECT declaration FROM cyberpatrol_collections WHERE name = ?").Bind(1, tables.Name);
        return found.Step() && string.Equals(found.Text(0), tables.Declaration, StringComparison.Ordinal);
    }

    /// <returns>True: there was something to do.</returns>
    public static bool Ensure<T>(WriteScope scope, CollectionLayout<T> layout, ILogger log)
        where T : class
    {
        var (session, tables) = (scope.Session, layout.Tables);
        if (IsReady(session, tables))
        {
            return false;
        }

        if (IndexVersionOf(session, tables.Name) is not { } indexVersion)
        {
            session.Execute(tables.CreateDocumentsSql);
            session.Execute(tables.CreateSearchTablesSql());
            using var add = session.Use("INSERT INTO cyberpatrol_collections (name, declaration, index_version, last_version) VALUES (?, ?, ?, 0)");
            add.Bind(1, tables.Name).Bind(2, tables.Declaration).Bind(3, tables.IndexVersion).Step();
            return true;
        }

        if (indexVersion > tables.IndexVersion)
        {
            throw new StoreException(StoreProblem.NewerSchema, string.Create(CultureInfo.InvariantCulture,
                $"{session.Path}: the collection '{tables.Name}' has index version {indexVersion}, this program knows versions up to {tables.IndexVersion}. Nothing was changed. Update this program, or restore the backup made before the update"));
        }

        Log.RebuildingIndexes(log, tables.Name);
        session.Execute(tables.DropSearchTablesSql);
        session.Execute(tables.CreateSearchTablesSql());
        long documents = 0;
        using (var rows = session.Use($"SELECT id, key, json FROM {tables.DocumentTable} ORDER BY id"))
        {
            for (; rows.Step(); documents++)
            {
                string key = rows.Text(1);
                DocumentWriter.AddToIndexes(session, tables, rows.Int64(0), layout.Index(key, layout.Read(rows.Bytes(2), key, session.Path)));
            }
        }

        using (var record = session.Use("UPDATE cyberpatrol_collections SET declaration = ?, index_version = ? WHERE name = ?"))
        {
            record.Bind(1, tables.Declaration).Bind(2, tables.IndexVersion).Bind(3, tables.Name).Step();
        }

        Log.RebuiltIndexes(log, tables.Name, documents);
        return true;
    }

    private static long? IndexVersionOf(SqliteSession session, string name)
    {
        using var found = session.Use("SELECT index_version FROM cyberpatrol_collections WHERE name = ?").Bind(1, name);
        return found.Step() ? found.Int64(0) : null;
    }
}
