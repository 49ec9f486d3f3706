using System.CommandLine;

namespace Crawler.Patrol.Commands.WatchLists;

/// <summary>What the commands that read watch list files have in common.</summary>
internal static class WatchListFiles
{
    public static Argument<FileInfo> Argument() => new("FILE") { Description = "A watch list as YAML: id, name, sites, terms or lexicon, schedule." };

    /// <summary>Says everything that is wrong, one line each.</summary>
    public static int Refuse(CommandRun run, WatchListCheck check)
    {
        foreach (string problem in check.Problems)
        {
            run.Fail(problem);
        }

        return ExitCodes.Failed;
    }
}
