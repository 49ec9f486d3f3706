namespace Crawler.Hosting.Telemetry;

/// <summary>Figures and traces for a collector that speaks OTLP; section <c>Telemetry</c>. Checked at start.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// The collector: <c>http://collector:4317</c> for gRPC, <c>http://collector:4318</c> for HTTP. Null, the default: nothing is sent anywhere.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Default <see cref="TelemetryProtocol.Grpc"/>.</summary>
    public TelemetryProtocol Protocol { get; set; }

    /// <summary>Whether figures are sent. Default true.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>How often figures are sent. 1 s to 1 h, default 1 min.</summary>
    public TimeSpan MetricsInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether traces are sent. Default true.</summary>
    public bool Traces { get; set; } = true;

    /// <summary>The share of traces that are sent. 0 to 1, default 1.</summary>
    public double TracesShare { get; set; } = 1;
}

/// <summary>How OTLP is spoken.</summary>
public enum TelemetryProtocol
{
    Grpc,
    Http,
}
