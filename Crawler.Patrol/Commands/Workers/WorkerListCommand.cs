using System.CommandLine;
using Crawler.Ledger.Workers;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Workers;

/// <summary><c>patrol worker list</c>: who is at work, and on what.</summary>
internal static class WorkerListCommand
{
    public static Command Create(PatrolContext context) =>
        new Command("list", "List workers: what each is doing, and since when one is silent.") { SharedOptions.Json }
            .WithExamples("patrol worker list", "patrol worker list --json")
            .Handle(context, (run, cancellationToken) => run.ReadStoreAsync(store => ListAsync(run, store, cancellationToken), cancellationToken));

    private static async Task<int> ListAsync(CommandRun run, IDocumentStore store, CancellationToken cancellationToken)
    {
        var now = run.Context.Clock.GetUtcNow();
        var workers = (await new WorkerReader(store).ReadAsync(now, cancellationToken)).Select(w => new WorkerLine(w.StateAt(now), w)).ToList();
        if (run.Json)
        {
            return run.Print(new WorkersReport(now, workers));
        }

        WorkersView.Write(run.Console, workers);
        return ExitCodes.Ok;
    }

    private sealed record WorkersReport(DateTimeOffset At, IReadOnlyList<WorkerLine> Workers);
}
