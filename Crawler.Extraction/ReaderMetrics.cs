using System.Diagnostics.Metrics;

namespace Crawler.Extraction;

/// <summary>What the reading of pages measures, for a collector that listens to meter <c>CyberPatrol.Worker</c>. Names: docs/processes.md.</summary>
internal static class ReaderMetrics
{
    private static readonly Meter Meter = new("CyberPatrol.Worker");
    private static readonly Counter<long> Faults =
        Meter.CreateCounter<long>("cyberpatrol.reader.faults", "{fault}", "Pages on which the reader broke by a fault of its own, by kind of exception.");

    public static void CountFault(Exception fault) => Faults.Add(1, new KeyValuePair<string, object?>("exception", fault.GetType().Name));
}
