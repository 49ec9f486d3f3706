using System.CommandLine;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Commands.Lookup;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Sweeps;

/// <summary><c>patrol sweep show</c>: how one sweep fared, site by site, and what it did not see.</summary>
internal static class SweepShowCommand
{
    public static Command Create(PatrolContext context)
    {
        var id = new Argument<string>("ID") { Description = "The sweep's id, or as much of its beginning as tells it from the others." };
        return new Command("show", "Show one sweep: progress and counts per site, what was not seen and why.") { id, SharedOptions.Json }
            .WithExamples("patrol sweep show 3f2a91", "patrol sweep show 3f2a91 --json")
            .Handle(context, (run, cancellationToken) =>
                run.ReadStoreAsync(store => ShowAsync(run, store, run.Parse.GetRequiredValue(id), cancellationToken), cancellationToken));
    }

    private static async Task<int> ShowAsync(CommandRun run, IDocumentStore store, string given, CancellationToken cancellationToken)
    {
        var match = await store.FindAsync(LedgerCollections.Sweeps, given, "sweep", "patrol sweep list", cancellationToken);
        if (match is not IdMatch<Sweep>.One { Value: var stored })
        {
            return run.Fail(((IdMatch<Sweep>.Unclear)match).Message);
        }

        var sweep = await new SweepProgress(store).ReadAsync(stored.Id, cancellationToken) ?? stored;

        if (run.Json)
        {
            return run.Print(sweep);
        }

        SweepView.Write(run.Console, sweep, run.Context.Clock.GetUtcNow());
        return ExitCodes.Ok;
    }
}
