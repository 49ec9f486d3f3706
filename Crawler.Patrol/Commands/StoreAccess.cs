using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;

namespace Crawler.Patrol.Commands;

/// <summary>How commands reach the store of their data directory; beside a running instance too, for the store serves several programs at once.</summary>
internal static class StoreAccess
{
    /// <summary>For commands that only look: a directory without a store is a mistake to point out, not one to create.</summary>
    public static async Task<int> ReadStoreAsync(this CommandRun run, Func<IDocumentStore, Task<int>> deed, CancellationToken cancellationToken)
    {
        var data = run.Data;
        return File.Exists(data.Store)
            ? await run.WriteStoreAsync(deed, cancellationToken)
            : run.Fail($"there is no CyberPatrol data in {data.Root}; name the directory with --data, or begin with: patrol demo, patrol watch add FILE");
    }

    /// <summary>For commands that change something; the store is created when missing.</summary>
    public static async Task<int> WriteStoreAsync(this CommandRun run, Func<IDocumentStore, Task<int>> deed, CancellationToken cancellationToken)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(run.Data.Store, cancellationToken: cancellationToken);
        return await deed(store);
    }
}
