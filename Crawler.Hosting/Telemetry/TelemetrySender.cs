using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Crawler.Hosting.Telemetry;

/// <summary>Listens to what the rooms and the libraries measure, and sends it to the collector. What is still on its way at the end is flushed.</summary>
internal sealed class TelemetrySender(TelemetryOptions options, string process) : IHostedService, IDisposable
{
    /// <summary>The rooms' own sources and meters begin with this; see docs/processes.md for their names.</summary>
    private const string Rooms = "CyberPatrol.*";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService($"cyberpatrol-{process}", serviceVersion: Processes.HouseBuilder.Version);
        if (options.Traces)
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TracesShare)))
                .AddSource(Rooms, "MassTransit", "MongoDB.Driver", "System.Net.Http", "Microsoft.AspNetCore")
                .AddOtlpExporter(o => Address(o, "v1/traces"))
                .Build();
        }

        if (options.Metrics)
        {
            _metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Rooms, "MassTransit", "System.Runtime", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter((exporter, reader) =>
                {
                    Address(exporter, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.MetricsInterval.TotalMilliseconds;
                })
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        (_traces, _metrics) = (null, null);
    }

    private void Address(OtlpExporterOptions exporter, string path)
    {
        bool http = options.Protocol is TelemetryProtocol.Http;
        exporter.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = http ? new Uri(options.Endpoint!, path) : options.Endpoint!;
    }
}

/// <summary>Registers what measures.</summary>
internal static class TelemetryExtensions
{
    public static void AddHouseTelemetry(this IServiceCollection services, TelemetryOptions options, string process)
    {
        if (options.Endpoint is not null)
        {
            services.AddSingleton<IHostedService>(_ => new TelemetrySender(options, process));
        }
    }
}
