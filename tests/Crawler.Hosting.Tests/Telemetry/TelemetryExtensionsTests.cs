using System.Diagnostics;
using System.Diagnostics.Metrics;
using Crawler.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Crawler.Hosting.Tests.Telemetry;

/// <summary>What a room measures reaches a collector, at the latest when the process ends.</summary>
[NonParallelizable]
public sealed class TelemetryExtensionsTests
{
    [Test]
    public async Task Stop_AfterSomethingWasMeasured_HasSentFiguresAndTraces()
    {
        await using var collector = await OtlpCollector.StartAsync();
        using var meter = new Meter("CyberPatrol.Tests");
        using var source = new ActivitySource("CyberPatrol.Tests");
        using (var host = Host(new TelemetryOptions { Endpoint = collector.Address, Protocol = TelemetryProtocol.Http }))
        {
            await host.StartAsync();
            meter.CreateCounter<long>("cyberpatrol.tests.counted").Add(7);
            source.StartActivity("tested")?.Dispose();
            await host.StopAsync();
        }

        Assert.That(collector.Posted.Keys, Is.EquivalentTo(["/v1/metrics", "/v1/traces"]));
        Assert.That(collector.Posted["/v1/metrics"], Does.Contain("cyberpatrol.tests.counted").And.Contains("cyberpatrol-tests").And.Contains("dotnet.gc"));
        Assert.That(collector.Posted["/v1/traces"], Does.Contain("tested").And.Contains("cyberpatrol-tests"));
    }

    [TestCase(true, false, "/v1/metrics")]
    [TestCase(false, true, "/v1/traces")]
    public async Task Stop_OneKindTurnedOff_SendsTheOther(bool metrics, bool traces, string expected)
    {
        await using var collector = await OtlpCollector.StartAsync();
        using var meter = new Meter("CyberPatrol.Tests");
        using var source = new ActivitySource("CyberPatrol.Tests");
        using (var host = Host(new TelemetryOptions { Endpoint = collector.Address, Protocol = TelemetryProtocol.Http, Metrics = metrics, Traces = traces }))
        {
            await host.StartAsync();
            meter.CreateCounter<long>("cyberpatrol.tests.counted").Add(7);
            source.StartActivity("tested")?.Dispose();
            await host.StopAsync();
        }

        Assert.That(collector.Posted.Keys, Is.EqualTo([expected]));
    }

    [Test]
    public void AddHouseTelemetry_NoEndpoint_ListensToNothing()
    {
        using var host = Host(new TelemetryOptions());

        Assert.That(host.Services.GetService<TracerProvider>(), Is.Null);
        Assert.That(host.Services.GetService<MeterProvider>(), Is.Null);
    }

    private static IHost Host(TelemetryOptions options)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddServiceTelemetry(options, "tests");
        return builder.Build();
    }
}
