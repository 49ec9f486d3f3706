using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Crawler.Patrol.Views;

/// <summary>One sweep: what was seen, and as loudly what was not.</summary>
internal static class SweepView
{
    public static void Write(IAnsiConsole console, Sweep sweep, DateTimeOffset now)
    {
        console.Write(new Text($"{Printable.Line(sweep.WatchList.Name)}: {Words.Of(sweep.State)}\n", new Style(decoration: Decoration.Bold)));
        console.Write(Layout.Facts(
            ("Sweep", sweep.Id),
            ("Watch list", sweep.WatchListId),
            ("Legal basis", sweep.WatchList.LegalBasis ?? "not stated"),
            ("Started by", $"{Words.Of(sweep.Trigger)}, for {InstantText.Second(sweep.ScheduledFor)}"),
            ("Began", sweep.StartedAt is null ? null : InstantText.Second(sweep.StartedAt)),
            ("Ended", sweep.EndedAt is null ? null : InstantText.Second(sweep.EndedAt)),
            ("Took", sweep.StartedAt is { } began ? InstantText.Duration((sweep.EndedAt ?? now) - began) + (sweep.HasEnded ? "" : " so far") : null),
            ("Cancelled", sweep.CancelRequestedAt is null ? null : $"{InstantText.Second(sweep.CancelRequestedAt)} {sweep.CancelReason}")));
        console.WriteLine();
        console.Write(Sites(sweep));
        WriteUnwell(console, sweep);
        WriteNotSeen(console, sweep);
    }

    /// <summary>A line per site; also what is redrawn while the sweep runs.</summary>
    public static IRenderable Sites(Sweep sweep)
    {
        var table = Layout.Table("~Site", "Phase", "Outcome", ">Jobs", ">Rows", ">New", ">Changed", ">Same", ">Gone", ">No term", ">Not seen");
        foreach (var site in sweep.Sites)
        {
            int notSeen = site.NotSeen.Sum(n => n.Count);
            table.AddRow(
                Layout.Cell((site.SiteName ?? site.SiteId) + (site.Unverified ? " (not verified)" : "")),
                Layout.Cell(Words.Of(site.Phase)),
                Outcome(site),
                Layout.Cell($"{Words.Digits(site.Jobs.Ended)}/{Words.Digits(site.Jobs.Total)}"),
                Layout.Cell(Words.Digits(site.RowsSeen)),
                Layout.Cell(Words.Digits(site.ListingsNew)),
                Layout.Cell(Words.Digits(site.ListingsChanged)),
                Layout.Cell(Words.Digits(site.ListingsUnchanged)),
                Layout.Cell(Words.Digits(site.ListingsGone)),
                Layout.Cell(Words.Digits(site.NotRelevant)),
                Layout.Cell(Words.Digits(notSeen), notSeen > 0 ? Color.Red : null));
        }

        return table;
    }

    /// <summary>A site whose rules have died is drifted, though its pages may all have been read.</summary>
    private static IRenderable Outcome(SiteSweep site) =>
        site.Health is { Condition: SiteCondition.Drifted or SiteCondition.Empty } health ? Layout.Cell(HealthView.Of(health).Words, HealthView.Of(health).Colour)
        : Layout.Cell(site.Outcome is { } outcome ? Words.Of(outcome) : "-", Colour(site.Outcome));

    private static void WriteUnwell(IAnsiConsole console, Sweep sweep)
    {
        var unwell = sweep.Sites.Where(s => s.Health is { } h && (h.Condition is not (SiteCondition.Healthy or SiteCondition.NotAsked) || h.Changes.Count > 0))
            .ToList();
        if (unwell.Count == 0)
        {
            return;
        }

        console.Heading("Sites that are not as they were");
        foreach (var site in unwell)
        {
            HealthView.Write(console, site.SiteName ?? site.SiteId, site.Health!);
            if (site.Health!.Condition is SiteCondition.Drifted)
            {
                console.Write(new Text($"  what could be done: patrol site repair {site.SiteId}\n", new Style(Color.Grey)));
            }
        }
    }

    private static void WriteNotSeen(IAnsiConsole console, Sweep sweep)
    {
        var gaps = sweep.Sites.SelectMany(s => s.NotSeen.Select(n => (Site: s.SiteName ?? s.SiteId, Gap: n))).ToList();
        if (gaps.Count == 0)
        {
            console.WriteLine();
            console.WriteLine(sweep.HasEnded ? "Everything was seen." : "Nothing was missed so far.");
            return;
        }

        console.Heading("Not seen, and why");
        foreach (var (site, gap) in gaps)
        {
            string pages = Words.Count(gap.Count, gap.JobKind is JobKind.Search ? "result page" : "listing");
            console.Write(new Text(Printable.Line($"{site}: {pages}, {Words.Of(gap.Outcome)}: {gap.Reason}") + "\n"));
            if (gap.ExampleUrl is { } example)
            {
                console.Write(new Text($"  for example {Printable.Line(example)}\n", new Style(Color.Grey)));
            }
        }
    }

    private static Color? Colour(OutcomeKind? outcome) => outcome switch
    {
        null => null,
        OutcomeKind.Ok or OutcomeKind.NotModified or OutcomeKind.Empty => Color.Green,
        _ => Color.Red,
    };
}
