using System.Globalization;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Watch lists, one per line.</summary>
internal static class WatchListsView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<WatchListStatus> lists)
    {
        if (lists.Count == 0)
        {
            console.WriteLine("No watch list yet. Store one with: patrol watch add FILE");
            return;
        }

        var table = Layout.Table("Id", "~Name", ">Terms", ">Sites", "Schedule", "Next run", "Last sweep");
        foreach (var (list, next, problem, _, last) in lists)
        {
            table.Row(
                list.Id,
                list.Name,
                list.Terms.Count.ToString(CultureInfo.InvariantCulture),
                list.SiteIds.Count.ToString(CultureInfo.InvariantCulture),
                $"{list.Schedule.Cron} {list.Schedule.TimeZone}",
                list.Schedule.Paused ? "paused" : problem is not null ? "never" : InstantText.Minute(next),
                last is null ? "-" : $"{InstantText.Minute(last.ScheduledFor)} {Words.Of(last.State)}");
        }

        console.Write(table);
    }
}
