using System.CommandLine;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Commands.Lookup;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary>Commands whose object is one stored watch list.</summary>
internal static class WatchListTarget
{
    /// <summary>What such a command does with the list that its ID argument names.</summary>
    public delegate Task<int> Deed(CommandRun run, IDocumentStore store, WatchList list, CancellationToken cancellationToken);

    public static Command Command(string name, string description, PatrolContext context, Deed deed)
    {
        var id = new Argument<string>("ID") { Description = "The watch list's id, or as much of its beginning as tells it from the others." };
        return new Command(name, description) { id }.Handle(context, (run, cancellationToken) => run.ReadStoreAsync(
            async store =>
            {
                var match = await store.FindAsync(
                    LedgerCollections.WatchLists, run.Parse.GetRequiredValue(id), "watch list", "patrol watch list", cancellationToken);
                return match is IdMatch<WatchList>.One { Value: var list }
                    ? await deed(run, store, list, cancellationToken)
                    : run.Fail(((IdMatch<WatchList>.Unclear)match).Message);
            },
            cancellationToken));
    }

    public static Command With(this Command command, Option option)
    {
        command.Add(option);
        return command;
    }
}
