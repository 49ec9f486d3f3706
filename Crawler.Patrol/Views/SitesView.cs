using Crawler.Contracts.Sites;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Sites, one per line.</summary>
internal static class SitesView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<SiteSummary> sites)
    {
        if (sites.Count == 0)
        {
            console.WriteLine("No site definition yet. They are YAML files in the folder 'sites'; docs/sites.md says how they are written.");
            return;
        }

        var table = Layout.Table("Id", "~Name", "Kind", "Country", "Languages", "State", "Health", "Last found", "When");
        foreach (var (site, status) in sites)
        {
            table.Row(
                site.Id,
                site.Name,
                Words.Of(site.Kind),
                site.Country ?? "-",
                string.Join(' ', site.Languages),
                !site.Enabled ? "switched off" : site.Verified ? "verified" : "not verified",
                HealthView.Of(status?.Health).Words,
                status?.LastOutcome is { } outcome ? Words.Of(outcome) : "-",
                InstantText.Minute(status?.LastAt));
        }

        console.Write(table);
        foreach (var (site, status) in sites.Where(s => s.Status?.Health is { Condition: not (SiteCondition.Healthy or SiteCondition.NotAsked) }))
        {
            console.WriteLine();
            HealthView.Write(console, site.Id, status!.Health!);
        }
    }
}
