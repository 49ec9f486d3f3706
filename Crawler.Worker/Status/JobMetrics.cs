using System.Diagnostics;
using System.Diagnostics.Metrics;
using Crawler.Contracts.Sweeps;

namespace Crawler.Worker.Status;

/// <summary>
/// What a worker measures of its jobs, for a collector that listens to meter and source <c>CyberPatrol.Worker</c>. Without one it costs next to nothing.
/// Names: docs/processes.md.
/// </summary>
internal static class JobMetrics
{
    private const string Name = "CyberPatrol.Worker";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Jobs =
        Meter.CreateCounter<long>("cyberpatrol.jobs", "{job}", "Jobs that came out, by kind, site, state and outcome.");
    private static readonly Histogram<double> JobSeconds =
        Meter.CreateHistogram<double>("cyberpatrol.job.duration", "s", "From taking a job to ending it, waiting for the pace included.");
    private static readonly Counter<long> Captures = Meter.CreateCounter<long>("cyberpatrol.captures", "{capture}", "Adverts captured, by site and result.");

    /// <summary>Follows one job, with all its requests. Null: nobody listens.</summary>
    public static Activity? Begin(SweepJob job) => Source.StartActivity(job.Kind is JobKind.Search ? "search" : "capture", ActivityKind.Internal)?
        .SetTag("cyberpatrol.job", job.Id).SetTag("cyberpatrol.sweep", job.SweepId).SetTag("cyberpatrol.site", job.SiteId);

    public static void Count(SweepJob concluded, Activity? trace)
    {
        string outcome = concluded.Outcome?.Kind.ToString() ?? "";
        trace?.SetTag("cyberpatrol.outcome", outcome);
        var tags = new TagList
        {
            { "kind", concluded.Kind.ToString() }, { "site", concluded.SiteId }, { "state", concluded.State.ToString() }, { "outcome", outcome },
        };
        Jobs.Add(1, tags);
        JobSeconds.Record(concluded.Outcome?.Duration.TotalSeconds ?? 0, tags);
        if (concluded.Outcome?.Result is { } result)
        {
            Captures.Add(1, new TagList { { "site", concluded.SiteId }, { "result", result.ToString() } });
        }
    }
}
