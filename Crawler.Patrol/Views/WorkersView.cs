using System.Globalization;
using Crawler.Contracts.Workers;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Workers, one per line.</summary>
internal static class WorkersView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<WorkerLine> workers)
    {
        if (workers.Count == 0)
        {
            console.WriteLine("No worker has been heard from for a day. On one machine 'patrol up' starts one.");
            return;
        }

        var table = Layout.Table("Worker", "Machine", ">Process", "State", "~In hand", ">Queues", ">Done", ">Failed", ">Put off", ">Memory", "Browser");
        foreach (var (state, worker) in workers)
        {
            table.Row(
                worker.Id,
                worker.Machine,
                Number(worker.ProcessId),
                state is WorkerState.Silent ? $"silent since {InstantText.Second(worker.BeatAt)}" : Words.Of(state),
                worker.Jobs.Count == 0
                    ? "-"
                    : string.Join(", ", worker.Jobs.Select(j => $"{Words.Of(j.Kind)} on {j.SiteId} since {InstantText.Second(j.Since)}")),
                Number(worker.Queues.Count),
                Number(worker.Tally.Done),
                Number(worker.Tally.Failed),
                Number(worker.Tally.PutOff),
                $"{Number(worker.MemoryBytes / 1_000_000)} MB",
                Words.Of(worker.Browser.State));
        }

        console.Write(table);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
