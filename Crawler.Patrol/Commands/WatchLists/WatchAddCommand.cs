using System.CommandLine;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch add</c>: stores the watch list of a file, anew or in place of the one with its id.</summary>
internal static class WatchAddCommand
{
    public static Command Create(PatrolContext context)
    {
        var file = WatchListFiles.Argument();
        return new Command("add", "Store a watch list from a YAML file. One with the same id is replaced.") { file }
            .WithExamples("patrol watch add ivory.yaml")
            .Handle(context, (run, cancellationToken) => AddAsync(run, run.Parse.GetRequiredValue(file), cancellationToken));
    }

    private static async Task<int> AddAsync(CommandRun run, FileInfo file, CancellationToken cancellationToken)
    {
        var check = await WatchListCheck.ReadAsync(run, file, cancellationToken);
        if (check.List is not { } list)
        {
            return WatchListFiles.Refuse(run, check);
        }

        await using var opened = await run.OpenStoreAsync(cancellationToken);
        string deed = await StoreAsync(opened.Documents, list, run.Context.Clock.GetUtcNow(), cancellationToken);
        run.Context.Out.WriteLine(
            $"{deed} '{list.Id}': {Words.Count(list.Terms.Count, "term")}, {Words.Count(list.SiteIds.Count, "site")}, {list.Schedule.Cron} ({list.Schedule.TimeZone}){(list.Schedule.Paused ? ", paused" : "")}.");
        return ExitCodes.Ok;
    }

    private static async Task<string> StoreAsync(IDocumentStore store, WatchList list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string deed = "";
        await store.UpdateAsync(
            LedgerCollections.WatchLists,
            list.Id,
            stored =>
            {
                deed = stored is null ? "Stored" : SameMeaning(stored, list) ? "Unchanged:" : "Replaced";
                return deed == "Unchanged:" ? stored : list with { CreatedAt = stored?.CreatedAt ?? now, UpdatedAt = now };
            },
            cancellationToken);
        return deed;
    }

    // Records compare lists by reference; their JSON form says whether they mean the same.
    private static bool SameMeaning(WatchList a, WatchList b) => Json(a) == Json(b);

    private static string Json(WatchList list) => JsonSerializer.Serialize(list with { CreatedAt = default, UpdatedAt = default }, ContractsJson.Options);
}
