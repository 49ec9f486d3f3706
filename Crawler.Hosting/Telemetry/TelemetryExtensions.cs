using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Crawler.Hosting.Telemetry;

/// <summary>
/// Sends what the rooms and the libraries measure to the collector that the settings name. What is still on its way at the end is sent when the host is
/// disposed of.
/// </summary>
internal static class TelemetryExtensions
{
    /// <summary>The rooms' own sources and meters begin with this; see docs/processes.md for their names.</summary>
    private const string Rooms = "CyberPatrol.*";

    private static readonly string[] Sources = [Rooms, "MassTransit", "Quartz", "MongoDB.Driver"];
    private static readonly string[] Meters = [Rooms, "MassTransit", "Quartz", "Polly"];

    /// <summary>Without <see cref="TelemetryOptions.Endpoint"/> nothing is registered, measured or sent.</summary>
    /// <param name="process">Named in the resource: <c>cyberpatrol-worker</c>.</param>
    public static void AddServiceTelemetry(this IServiceCollection services, TelemetryOptions options, string process)
    {
        if (options.Endpoint is null)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService($"cyberpatrol-{process}", serviceVersion: Processes.ServiceBuilder.Version));
        if (options.Traces)
        {
            telemetry.WithTracing(traces => traces
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TracesShare)))
                .AddSource(Sources)
                .AddHttpClientInstrumentation()
                .AddAspNetCoreInstrumentation(web => web.Filter = request => !request.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddOtlpExporter(exporter => Address(exporter, options, "v1/traces")));
        }

        if (options.Metrics)
        {
            telemetry.WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddRuntimeInstrumentation()
                .AddHttpClientInstrumentation()
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter((exporter, reader) =>
                {
                    Address(exporter, options, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.MetricsInterval.TotalMilliseconds;
                }));
        }
    }

    private static void Address(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        bool http = options.Protocol is TelemetryProtocol.Http;
        exporter.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = http ? new Uri(options.Endpoint!, path) : options.Endpoint!;
    }
}
