using System.CommandLine;
using Crawler.Contracts.Sites;
using Crawler.Ledger.Workers;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Queues;

/// <summary><c>patrol queue list</c>: what waits on each site, and what holds it up.</summary>
internal static class QueueListCommand
{
    public static Command Create(PatrolContext context) =>
        new Command("list", "List the sites' queues: jobs in hand, on the bus and waiting, and the pace that governs them.") { SharedOptions.Json }
            .WithExamples("patrol queue list", "patrol queue list --json")
            .Handle(context, (run, cancellationToken) => run.ReadStoreAsync(store => ListAsync(run, store, cancellationToken), cancellationToken));

    private static async Task<int> ListAsync(CommandRun run, IDocumentStore store, CancellationToken cancellationToken)
    {
        var now = run.Context.Clock.GetUtcNow();
        var workers = await new WorkerReader(store).ReadAsync(now, cancellationToken);
        var overview = await new QueueReader(store).ReadAsync(now, workers, cancellationToken);
        if (run.Json)
        {
            return run.Print(new QueuesReport(now, QueueSums.Of(overview.Queues), overview.Queues, overview.OtherPauses));
        }

        QueuesView.Write(run.Console, overview);
        return ExitCodes.Ok;
    }

    private sealed record QueuesReport(DateTimeOffset At, QueueSums Sums, IReadOnlyList<SiteQueue> Queues, IReadOnlyList<HostPace> OtherPauses);
}
