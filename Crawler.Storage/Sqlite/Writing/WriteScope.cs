using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Writing;

/// <summary>
/// The open write transaction. Hands out versions: a collection's versions only rise, over deletions too, so that a version never names two states of a
/// document.
/// </summary>
internal sealed class WriteScope(SqliteSession session)
{
    private readonly Dictionary<string, long> _lastVersions = new(StringComparer.Ordinal);

    public SqliteSession Session => session;

    /// <exception cref="StoreException">Another program has given the collection another declaration since.</exception>
    public long NextVersion(CollectionTables tables)
    {
        if (!_lastVersions.TryGetValue(tables.Name, out long last))
        {
            using var state = session.Use("SELECT last_version, declaration FROM cyberpatrol_collections WHERE name = ?").Bind(1, tables.Name);
            if (!state.Step() || state.Text(1) is var declaration && !string.Equals(declaration, tables.Declaration, StringComparison.Ordinal))
            {
                throw new StoreException(StoreProblem.NewerSchema,
                    $"{session.Path}: another version of this program has changed the indexes of '{tables.Name}' meanwhile. Nothing was changed. Restart this program; if it says the same again, update it");
            }

            last = state.Int64(0);
        }

        _lastVersions[tables.Name] = ++last;
        return last;
    }

    /// <summary>Makes the versions handed out part of the transaction.</summary>
    public void Flush()
    {
        foreach (var (name, version) in _lastVersions)
        {
            using var update = session.Use("UPDATE cyberpatrol_collections SET last_version = ? WHERE name = ?").Bind(1, version).Bind(2, name);
            update.Step();
        }
    }
}
