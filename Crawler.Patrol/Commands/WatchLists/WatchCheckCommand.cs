using System.CommandLine;
using Crawler.Patrol.Views;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary><c>patrol watch check</c>: says what is wrong with a file, and stores nothing.</summary>
internal static class WatchCheckCommand
{
    public static Command Create(PatrolContext context)
    {
        var file = WatchListFiles.Argument();
        return new Command("check", "Say what is wrong with a watch list file, without storing it.") { file }
            .WithExamples("patrol watch check ivory.yaml")
            .Handle(context, (run, cancellationToken) => CheckAsync(run, run.Parse.GetRequiredValue(file), cancellationToken));
    }

    private static async Task<int> CheckAsync(CommandRun run, FileInfo file, CancellationToken cancellationToken)
    {
        var check = await WatchListCheck.ReadAsync(run, file, cancellationToken);
        if (check.List is not { } list)
        {
            return WatchListFiles.Refuse(run, check);
        }

        run.Context.Out.WriteLine($"'{list.Id}' is sound: {Words.Count(list.Terms.Count, "term")}, {Words.Count(list.SiteIds.Count, "site")}.");
        return ExitCodes.Ok;
    }
}
