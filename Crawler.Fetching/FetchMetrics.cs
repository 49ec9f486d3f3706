using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Crawler.Fetching;

/// <summary>
/// What a worker measures of its requests, for a collector that listens to meter <c>CyberPatrol.Worker</c>. Without one it costs next to nothing. Names:
/// docs/processes.md.
/// </summary>
internal static class FetchMetrics
{
    private static readonly Meter _meter = new("CyberPatrol.Worker");
    private static readonly Counter<long> _pages = _meter.CreateCounter<long>("cyberpatrol.pages", "{page}", "Pages asked for, by site, tier and outcome.");
    private static readonly Counter<long> _pageBytes = _meter.CreateCounter<long>("cyberpatrol.page.bytes", "By", "Bytes of pages, as kept, by site and tier.");
    private static readonly Counter<double> _paceSeconds =
        _meter.CreateCounter<double>("cyberpatrol.pace.wait", "s", "Time spent waiting for hosts' next free slots.");

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
            _pageBytes.Add(page.Body.Length, tags);
        }

        tags.Add("outcome", outcome.Kind.ToString());
        _pages.Add(1, tags);
    }

    public static void CountPaceWait(TimeSpan waited) => _paceSeconds.Add(waited.TotalSeconds);
}
