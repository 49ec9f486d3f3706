using System.Globalization;
using Crawler.Contracts.Sweeps;
using Crawler.Patrol.Practice;
using Spectre.Console;

namespace Crawler.Patrol.Commands.Demo;

/// <summary>What the demo's sweep came to, held against the practice world's truth.</summary>
internal static class DemoReport
{
    public static void Print(CommandRun run, Sweep sweep, PracticeScore score, Uri? console, Uri ground)
    {
        if (run.Json)
        {
            run.Print(new DemoSummary(
                sweep.Id,
                sweep.Sites,
                Captured(sweep),
                (sweep.EndedAt - sweep.StartedAt)?.TotalSeconds,
                score.Expected,
                score.Found,
                score.Wrong,
                score.Disguised,
                score.Precision,
                score.Recall,
                console,
                ground));
            return;
        }

        run.Console.Write(Table(sweep));
        foreach (var (site, missed) in sweep.Sites.SelectMany(s => s.NotSeen.Select(n => (s, n))))
        {
            run.Context.Out.WriteLine($"not seen on {site.SiteId}: {missed.Count} × {missed.JobKind.ToString().ToLowerInvariant()}: {missed.Reason}");
        }

        run.Context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Captured(sweep)} listings captured from {sweep.Sites.Count(s => s.ListingsNew + s.ListingsChanged > 0)} sites in {(sweep.EndedAt - sweep.StartedAt)?.TotalSeconds:0} s"));
        run.Context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"against the truth, plain-term adverts: precision {score.Precision:0.000}, recall {score.Recall:0.000} ({score.Found} of {score.Expected} found, {score.Wrong} wrong); {score.Disguised} disguised adverts found besides"));
        run.Context.Out.WriteLine("look further: patrol listings, patrol sweep show " + sweep.Id[..8]);
        if (console is not null)
        {
            run.Context.Out.WriteLine($"console: {console} (this machine only)   practice world: {ground}   stop with Ctrl-C");
        }
    }

    private static int Captured(Sweep sweep) => sweep.Sites.Sum(s => s.ListingsNew + s.ListingsChanged);

    private static Table Table(Sweep sweep)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("Site", "Rows", "New", "Changed", "Unchanged", "Gone", "Not relevant", "Not seen", "Outcome");
        foreach (var site in sweep.Sites)
        {
            table.AddRow(
                Markup.Escape(site.SiteName ?? site.SiteId),
                Number(site.RowsSeen),
                Number(site.ListingsNew),
                Number(site.ListingsChanged),
                Number(site.ListingsUnchanged),
                Number(site.ListingsGone),
                Number(site.NotRelevant),
                Number(site.NotSeen.Sum(n => n.Count)),
                site.Outcome?.ToString() ?? "-");
        }

        return table;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record DemoSummary(
        string SweepId,
        IReadOnlyList<SiteSweep> Sites,
        int Captured,
        double? Seconds,
        int Expected,
        int Found,
        int Wrong,
        int Disguised,
        double Precision,
        double Recall,
        Uri? Console,
        Uri Ground);
}
