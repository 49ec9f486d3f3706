using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;

namespace Crawler.Patrol.Commands;

/// <summary>How commands reach the store of their data directory; beside a running instance too, for the store serves several programs at once.</summary>
internal static class StoreAccess
{
    /// <summary>For commands that only look: a directory without a store is a mistake to point out, not one to create.</summary>
    public static async Task<int> ReadStoreAsync(this CommandRun run, Func<IDocumentStore, Task<int>> deed, CancellationToken cancellationToken)
    {
        if (!run.HasStore())
        {
            return run.Fail($"there is no CyberPatrol data in {run.Data.Root}; name the directory with --data, or begin with: patrol demo, patrol watch add FILE");
        }

        await using var store = await run.OpenStoreAsync(cancellationToken);
        return await deed(store);
    }

    public static bool HasStore(this CommandRun run) => File.Exists(run.Data.Store);

    /// <summary>Opens the store, creating it when missing.</summary>
    public static Task<SqliteDocumentStore> OpenStoreAsync(this CommandRun run, CancellationToken cancellationToken) =>
        SqliteDocumentStore.OpenAsync(run.Data.Store, cancellationToken: cancellationToken);
}
