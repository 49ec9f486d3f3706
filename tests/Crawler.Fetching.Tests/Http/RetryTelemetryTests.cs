using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Crawler.Fetching.Pace;
using Crawler.Fetching.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Crawler.Fetching.Tests.Http;

/// <summary>What Polly does for a host is counted for the collector, and Polly adds no lines of its own to the log.</summary>
internal sealed class RetryTelemetryTests
{
    [Test]
    public async Task FetchAsync_ConnectionReset_CountsTheRetriesOfThatHostAndLogsNoneOfPollysLines()
    {
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Polly")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, _, tags, _) => counted.Enqueue(string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
        listener.Start();
        await using var rig = new FetchingRig();
        await using var server = await LoopbackSite.StartAsync(c =>
        {
            c.Abort();
            return Task.CompletedTask;
        });

        await rig.FetchAsync(server.Define(), server.At("/"));

        string instance = $"pipeline.instance={HostName.Of(server.At("/"))}";
        Assert.That(
            counted.Where(c => c.Contains(instance, StringComparison.Ordinal)),
            Has.Some.Contains("event.name=OnRetry").And.Some.Contains("pipeline.name=host"));
        Assert.That(
            rig.Logs.Entries.Where(e => e.Level > LogLevel.Debug).Select(e => e.Text),
            Has.None.Contains("Resilience event").And.None.Contains("Execution attempt"));
    }
}
