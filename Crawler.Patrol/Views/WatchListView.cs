using System.Globalization;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>One watch list in full.</summary>
internal static class WatchListView
{
    public static void Write(IAnsiConsole console, WatchListStatus status)
    {
        var list = status.WatchList;
        console.Write(new Text(Printable.Line(list.Name) + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(Layout.Facts(
            ("Id", list.Id),
            ("Description", list.Description),
            ("Legal basis", list.LegalBasis ?? "not stated"),
            ("Sites", string.Join(", ", list.SiteIds)),
            ("Schedule", $"{list.Schedule.Cron} ({list.Schedule.TimeZone}){(list.Schedule.Paused ? ", paused" : "")}"),
            ("Next run", status.NextRunAt is null ? null : InstantText.Minute(status.NextRunAt)),
            ("Problem", status.ScheduleProblem),
            ("Not run", status.LastRefusal),
            ("Last sweep", status.LastSweep is { } last ? $"{last.Id}, {InstantText.Minute(last.ScheduledFor)}, {Words.Of(last.State)}" : "never"),
            ("Pages", $"{list.MaxPagesPerSearch.ToString(CultureInfo.InvariantCulture)} per term and site at most"),
            ("Stored", $"{InstantText.Minute(list.CreatedAt)}, changed {InstantText.Minute(list.UpdatedAt)}")));

        console.Heading(Words.Count(list.Terms.Count, "term"));
        var table = Layout.Table("Term", "Language", "Topic", "Searched", "~Variants", "~Not when", "~Source");
        foreach (var term in list.Terms)
        {
            table.Row(
                term.Text,
                term.Language ?? "any",
                term.Topic ?? "-",
                term.Search ? "yes" : "no",
                Joined(term.Variants),
                Joined(term.Exclude),
                term.Source ?? "-");
        }

        console.Write(table);
    }

    private static string Joined(IReadOnlyList<string> words) => words.Count == 0 ? "-" : string.Join(", ", words);
}
