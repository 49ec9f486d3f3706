using System.Globalization;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>The version of the file's own layout (the collections' indexes have versions of their own).</summary>
internal static class StoreSchema
{
    /// <summary>What this program writes.</summary>
    public const int Version = 1;

    // Steps[n] leads from version n to n + 1. A step is never changed once it has been released.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE cyberpatrol_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE cyberpatrol_collections (name TEXT PRIMARY KEY, declaration TEXT NOT NULL, index_version INTEGER NOT NULL, last_version INTEGER NOT NULL) WITHOUT ROWID;
        """,
    ];

    /// <summary>Makes a new file a store, brings an older store up to date, and refuses everything else without touching it.</summary>
    public static void Prepare(SqliteSession session)
    {
        if (Find(session) == Version)
        {
            return;
        }

        session.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been faster.
            for (int found = Find(session); found < Version; found++)
            {
                session.Execute(Steps[found]);
            }

            using (var record = session.Use("INSERT INTO cyberpatrol_meta (name, value) VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"))
            {
                record.Bind(1, Version.ToString(CultureInfo.InvariantCulture)).Step();
            }

            session.Execute("COMMIT");
        }
        catch (StoreException)
        {
            if (session.InTransaction)
            {
                session.Execute("ROLLBACK");
            }

            throw;
        }
    }

    private static int Find(SqliteSession session)
    {
        string? tables = session.Scalar("SELECT group_concat(name, ', ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name = 'cyberpatrol_meta' DESC, name LIMIT 5)");
        if (tables is null)
        {
            return 0;
        }

        if (!tables.StartsWith("cyberpatrol_meta", StringComparison.Ordinal))
        {
            throw new StoreException(StoreProblem.Corrupt,
                $"{session.Path}: the file is another program's database (it has the tables {tables}). Nothing was changed. Move it away, or name another data folder");
        }

        string? recorded = session.Scalar("SELECT value FROM cyberpatrol_meta WHERE name = 'schema'");
        if (!int.TryParse(recorded, NumberStyles.None, CultureInfo.InvariantCulture, out int found))
        {
            throw new StoreException(
                StoreProblem.Corrupt, $"{session.Path}: the store does not say which schema it has ('{recorded}'). Restore it from the backup");
        }

        if (found > Version)
        {
            throw new StoreException(StoreProblem.NewerSchema, string.Create(CultureInfo.InvariantCulture,
                $"{session.Path}: the store has schema {found}, this program knows schemas up to {Version}. Nothing was changed. Update this program, or restore the backup made before the update"));
        }

        return found;
    }
}
