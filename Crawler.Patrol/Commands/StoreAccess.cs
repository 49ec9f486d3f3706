using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Sqlite;

namespace Crawler.Patrol.Commands;

/// <summary>
/// How commands reach the store: that of their data directory, beside a running instance too, for it serves several programs at once; or the MongoDB that the
/// settings of an installation name.
/// </summary>
internal static class StoreAccess
{
    /// <summary>For commands that only look: a directory without a store is a mistake to point out, not one to create.</summary>
    public static async Task<int> ReadStoreAsync(this CommandRun run, Func<IDocumentStore, Task<int>> deed, CancellationToken cancellationToken)
    {
        if (!run.HasStore())
        {
            return run.Fail(
                $"there is no CyberPatrol data in {run.Data.Root}; name the directory with --data, or begin with: patrol demo, patrol watch add FILE");
        }

        await using var opened = await run.OpenStoreAsync(cancellationToken);
        return await deed(opened.Documents);
    }

    public static bool HasStore(this CommandRun run) => run.SharedStore is not null || File.Exists(run.Data.Store);

    /// <summary>Opens the store, creating it when missing.</summary>
    /// <exception cref="StoreException">It does not answer, refuses, or is of another version.</exception>
    public static async Task<OpenedStore> OpenStoreAsync(this CommandRun run, CancellationToken cancellationToken)
    {
        if (run.SharedStore is not { } shared)
        {
            return OpenedStore.Of(await SqliteDocumentStore.OpenAsync(run.Data.Store, cancellationToken: cancellationToken));
        }

        var opened = OpenedStore.Of(new MongoDocumentStore(shared.Mongo, run.Context.Clock));
        try
        {
            await LedgerCollections.EnsureAllAsync(opened.Documents, cancellationToken);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }
}
