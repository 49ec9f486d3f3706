using System.CommandLine;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch remove</c>: ends a watch list; what it found stays.</summary>
internal static class WatchRemoveCommand
{
    public static Command Create(PatrolContext context)
    {
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        return WatchListTarget.Command(
                "remove",
                "Remove a watch list. Its sweeps, listings and evidence stay.",
                context,
                (run, store, list, cancellationToken) => RemoveAsync(run, store, list, run.Parse.GetValue(yes), cancellationToken))
            .With(yes)
            .WithExamples("patrol watch remove ivory", "patrol watch remove ivory --yes");
    }

    private static async Task<int> RemoveAsync(CommandRun run, IDocumentStore store, WatchList list, bool yes, CancellationToken cancellationToken)
    {
        if (!yes)
        {
            if (run.Context.Input is not { } keyboard)
            {
                return run.Misused($"nobody is there to ask whether '{list.Id}' shall go; say --yes");
            }

            await run.Context.Error.WriteAsync($"Remove watch list '{list.Id}' ({list.Name})? What it found stays. [y/N] ");
            if ((await keyboard.ReadLineAsync(cancellationToken))?.Trim().ToLowerInvariant() is not ("y" or "yes"))
            {
                return run.Fail($"'{list.Id}' was left as it is");
            }
        }

        await store.DeleteAsync(LedgerCollections.WatchLists, list.Id, version: null, cancellationToken);
        run.Context.Out.WriteLine($"Removed '{list.Id}'. What it found stays.");
        return ExitCodes.Ok;
    }
}
