using Crawler.Hosting.Bus;
using Crawler.Hosting.Health;
using Crawler.Hosting.Logs;
using Crawler.Hosting.Settings;
using Crawler.Hosting.Storing;
using Crawler.Hosting.Telemetry;
using Crawler.Storage.Blobs;
using Crawler.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Processes;

/// <summary>The settings that every process has.</summary>
internal sealed record ServiceSettings(
    ProcessOptions Process, LoggingOptions Logging, StoreOptions Store, BlobStoreOptions Blobs,
    BusOptions Bus, HealthOptions Health, TelemetryOptions Telemetry)
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

    /// <exception cref="SettingsException">They are not sound; all that is wrong is said.</exception>
    public static ServiceSettings Read(IConfiguration settings)
    {
        var problems = new List<string>();
        var store = Bind(settings, "Store", new StoreOptionsValidator(), problems);
        var read = new ServiceSettings(
            Bind(settings, "Process", new ProcessOptionsValidator(), problems),
            Bind<LoggingOptions>(settings, "Logging", validator: null, problems),
            store,
            ReadBlobs(settings, store, problems),
            Bind(settings, "Bus", new BusOptionsValidator(), problems),
            Bind(settings, "Health", new HealthOptionsValidator(), problems),
            Bind(settings, "Telemetry", new TelemetryOptionsValidator(), problems));
        return problems.Count == 0 ? read : throw new SettingsException(problems);
    }

    /// <summary>Beside a SQLite store the blobs have a folder by default.</summary>
    private static BlobStoreOptions ReadBlobs(IConfiguration settings, StoreOptions store, List<string> problems)
    {
        var blobs = Bind<BlobStoreOptions>(settings, "Blobs", validator: null, problems);
        if (blobs is { Kind: BlobStoreKind.Folder, Folder: "" } && store.Kind is StoreKind.Sqlite)
        {
            blobs.Folder = Path.Combine(store.Folder, EmbeddedStoreOptions.BlobsFolder);
        }

        problems.AddRange(new BlobSettingsValidator(store).Validate(Options.DefaultName, blobs).Failures ?? []);
        return blobs;
    }

    private static T Bind<T>(IConfiguration settings, string section, IValidateOptions<T>? validator, List<string> problems)
        where T : class, new()
    {
        var options = new T();
        settings.GetSection(section).Bind(options);
        problems.AddRange(validator?.Validate(Options.DefaultName, options).Failures ?? []);
        return options;
    }
}
