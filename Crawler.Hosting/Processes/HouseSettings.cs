using Crawler.Hosting.Bus;
using Crawler.Hosting.Health;
using Crawler.Hosting.Logs;
using Crawler.Hosting.Settings;
using Crawler.Hosting.Storing;
using Crawler.Hosting.Telemetry;
using Crawler.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Processes;

/// <summary>The settings that every process has.</summary>
internal sealed record HouseSettings(
    ProcessOptions Process, LoggingOptions Logging, StoreOptions Store, BlobStoreOptions Blobs, BusOptions Bus, HealthOptions Health, TelemetryOptions Telemetry)
{
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        new("Process", typeof(ProcessOptions)),
        new("Logging", typeof(LoggingOptions)),
        new("Store", typeof(StoreOptions)),
        new("Blobs", typeof(BlobStoreOptions)),
        new("Bus", typeof(BusOptions)),
        new("Health", typeof(HealthOptions)),
        new("Telemetry", typeof(TelemetryOptions)),
    ];

    /// <exception cref="SettingsException">They are not sound.</exception>
    public static HouseSettings Read(IConfiguration settings)
    {
        var read = new HouseSettings(
            Bind<ProcessOptions>(settings, "Process"),
            Bind<LoggingOptions>(settings, "Logging"),
            Bind<StoreOptions>(settings, "Store"),
            Bind<BlobStoreOptions>(settings, "Blobs"),
            Bind<BusOptions>(settings, "Bus"),
            Bind<HealthOptions>(settings, "Health"),
            Bind<TelemetryOptions>(settings, "Telemetry"));
        string[] problems =
        [
            .. new[] { read.Process.Problem(), read.Health.Problem(), read.Telemetry.Problem() }.OfType<string>(),
            .. new BusOptionsValidator().Validate(Options.DefaultName, read.Bus).Failures ?? [],
        ];
        return problems.Length == 0 ? read : throw new SettingsException(problems);
    }

    private static T Bind<T>(IConfiguration settings, string section)
        where T : new()
    {
        var options = new T();
        settings.GetSection(section).Bind(options);
        return options;
    }
}
