using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Crawler.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Crawler.Hosting.Tests.Telemetry;

/// <summary>What a room measures reaches a collector, at the latest when the process ends.</summary>
public sealed class TelemetrySenderTests
{
    [Test]
    public async Task Stop_AfterSomethingWasMeasured_HasSentFiguresAndTraces()
    {
        var posted = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            posted.AddOrUpdate(request.Path, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();
        using var meter = new Meter("CyberPatrol.Tests");
        using var source = new ActivitySource("CyberPatrol.Tests");
        using var sender = new TelemetrySender(new TelemetryOptions { Endpoint = new Uri(collector.Urls.First()), Protocol = TelemetryProtocol.Http }, "tests");

        await sender.StartAsync(CancellationToken.None);
        meter.CreateCounter<long>("cyberpatrol.tests.counted").Add(7);
        source.StartActivity("tested")?.Dispose();
        await sender.StopAsync(CancellationToken.None);

        Assert.That(posted.Keys, Is.EquivalentTo(["/v1/metrics", "/v1/traces"]));
        Assert.That(posted["/v1/metrics"], Does.Contain("cyberpatrol.tests.counted").And.Contains("cyberpatrol-tests"));
        Assert.That(posted["/v1/traces"], Does.Contain("tested"));
    }
}
