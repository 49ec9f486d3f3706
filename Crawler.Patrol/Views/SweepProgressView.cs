using System.Globalization;
using Crawler.Contracts.Sweeps;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>A running sweep, site by site.</summary>
internal static class SweepProgressView
{
    private const int BarWidth = 16;

    public static Table Table(Sweep sweep)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Site", "Phase", "Progress", "New", "Changed", "Same", "Gone", "Not seen");
        foreach (var site in sweep.Sites)
        {
            table.AddRow(
                Markup.Escape(site.SiteName ?? site.SiteId),
                site.Phase.ToString().ToLowerInvariant(),
                $"{Bar(site.Jobs)} {site.Jobs.Ended}/{site.Jobs.Total}",
                Number(site.ListingsNew),
                Number(site.ListingsChanged),
                Number(site.ListingsUnchanged),
                Number(site.ListingsGone),
                Number(site.NotSeen.Sum(n => n.Count)));
        }

        return table;
    }

    /// <summary>One line for a log.</summary>
    public static string Line(Sweep sweep)
    {
        var parts = sweep.Sites.Select(s => $"{s.SiteId} {s.Jobs.Ended}/{s.Jobs.Total}");
        return $"sweeping: {string.Join(", ", parts)}; {sweep.Sites.Sum(s => s.ListingsNew)} new";
    }

    private static string Bar(JobCounts jobs)
    {
        int full = jobs.Total == 0 ? 0 : jobs.Ended * BarWidth / jobs.Total;
        return new string('#', full) + new string('.', BarWidth - full);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
