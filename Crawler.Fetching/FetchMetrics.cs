using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Crawler.Fetching;

/// <summary>
/// What a worker measures of its requests, for a collector that listens to meter <c>CyberPatrol.Worker</c>. Without one it costs next to nothing. Names:
/// docs/processes.md.
/// </summary>
internal static class FetchMetrics
{
    private static readonly Meter Meter = new("CyberPatrol.Worker");
    private static readonly Counter<long> Pages = Meter.CreateCounter<long>("cyberpatrol.pages", "{page}", "Pages asked for, by site, tier and outcome.");
    private static readonly Counter<long> PageBytes = Meter.CreateCounter<long>("cyberpatrol.page.bytes", "By", "Bytes of pages, as kept, by site and tier.");
    private static readonly Counter<double> PaceSeconds =
        Meter.CreateCounter<double>("cyberpatrol.pace.wait", "s", "Time spent waiting for hosts' next free slots.");

    public static void Count(string siteId, FetchOutcome outcome)
    {
        var page = outcome switch
        {
            FetchOutcome.Ok ok => ok.Page,
            FetchOutcome.Missing missing => missing.Page,
            _ => null,
        };
        var tags = new TagList { { "site", siteId }, { "tier", page?.Tier.ToString() ?? "" } };
        if (page is not null)
        {
            PageBytes.Add(page.Body.Length, tags);
        }

        tags.Add("outcome", outcome.Kind.ToString());
        Pages.Add(1, tags);
    }

    public static void CountPaceWait(TimeSpan waited) => PaceSeconds.Add(waited.TotalSeconds);
}
