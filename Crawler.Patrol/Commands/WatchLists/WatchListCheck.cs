using Crawler.Analysis.WatchLists;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Places;
using Crawler.Scheduler.Schedules;
using Crawler.Storage.Documents;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary>Whether a file is a watch list that can be stored and run.</summary>
/// <param name="List">Null exactly when there are problems.</param>
/// <param name="Problems">In words, with the place in the file where there is one.</param>
internal sealed record WatchListCheck(WatchList? List, IReadOnlyList<string> Problems)
{
    /// <param name="run">Names the home with its sites and lexicons, and the data directory, whose store may know more sites.</param>
    /// <param name="file">The file to check.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<WatchListCheck> ReadAsync(CommandRun run, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return new(null, [$"there is no file {file}"]);
        }

        var lexicons = new LexiconFolder(run.Home);
        var reading = WatchListFile.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken), file.ToString(), lexicons.Find);
        if (reading.List is not { } list)
        {
            return new(null, [.. lexicons.Problems.Select(p => p.ToString()), .. reading.Problems.Select(p => p.ToString())]);
        }

        var problems = WatchListValidator.Validate(list, await KnownSitesAsync(run, cancellationToken)).Select(p => $"{file}: {p}").ToList();
        if (CronCheck.Validate(list.Schedule, run.Context.Clock.GetUtcNow()) is { } problem)
        {
            problems.Add($"{file}: schedule: {problem}");
        }

        return problems.Count > 0 ? new(null, problems) : new(list, []);
    }

    private static async Task<IReadOnlyCollection<string>> KnownSitesAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var known = (await SiteCatalogue.LoadAsync(run.Home.Sites, cancellationToken)).Sites.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        if (run.HasStore())
        {
            await using var opened = await run.OpenStoreAsync(cancellationToken);
            known.UnionWith(await opened.Documents.QueryAllAsync(LedgerCollections.Sites, new DocumentQuery { Limit = 1000 }, cancellationToken)
                .Select(s => s.Value.Id).ToListAsync(cancellationToken));
        }

        return known;
    }
}
