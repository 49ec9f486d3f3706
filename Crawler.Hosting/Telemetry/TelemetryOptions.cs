namespace Crawler.Hosting.Telemetry;

/// <summary>Figures and traces for a collector that speaks OTLP; section <c>Telemetry</c>. Checked at start.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The collector: <c>http://collector:4317</c> for gRPC, <c>http://collector:4318</c> for HTTP. Null, the default: nothing is sent anywhere.</summary>
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

    /// <summary>What is wrong, naming the setting; null when nothing is.</summary>
    internal string? Problem() =>
        Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")) ? $"Telemetry:Endpoint is '{Endpoint}'; valid is an http or https address such as http://collector:4317"
        : MetricsInterval < TimeSpan.FromSeconds(1) || MetricsInterval > TimeSpan.FromHours(1) ? $"Telemetry:MetricsInterval is {MetricsInterval}; valid is 00:00:01 to 01:00:00"
        : TracesShare is < 0 or > 1 or double.NaN ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Telemetry:TracesShare is {TracesShare}; valid is 0 to 1")
        : null;
}

/// <summary>How OTLP is spoken.</summary>
public enum TelemetryProtocol
{
    Grpc,
    Http,
}
