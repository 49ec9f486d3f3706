using Crawler.Hosting.Bus;
using Crawler.Hosting.Storing;

namespace Crawler.Patrol.Hosting;

/// <summary>The settings of everything in one process: its own defaults, over them those of the installation, over both the data directory.</summary>
internal static class EmbeddedSettings
{
    private const string StoreSection = "Store";

    /// <summary>Sections that say where an installation of many machines keeps and sends things.</summary>
    private static readonly string[] Shared = [StoreSection, "Blobs", "Bus"];

    public static IConfigurationRoot For(EmbeddedHostOptions options)
    {
        // A data directory that is named beside such an installation has nothing of it: its ledger is not the installation's.
        bool apart = string.Equals(options.Settings[StoreSection + ":Kind"], nameof(StoreKind.Mongo), StringComparison.OrdinalIgnoreCase);
        var given = options.Settings.AsEnumerable().Where(s => s.Value is not null && !(apart && IsShared(s.Key)));
        string? bus = options.Settings["Bus:Kind"];
        bool ownBus = apart || bus is null || string.Equals(bus, nameof(BusKind.InMemory), StringComparison.OrdinalIgnoreCase);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(Defaults(options, ownBus))
            .AddInMemoryCollection(given)
            .AddInMemoryCollection([new(StoreSection + ":Kind", nameof(StoreKind.Sqlite)), new(StoreSection + ":Folder", options.Data.Root)])
            .Build();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Defaults(EmbeddedHostOptions options, bool ownBus)
    {
        yield return new("Bus:Kind", nameof(BusKind.InMemory));
        if (ownBus)
        {
            // One process is scheduler, bus and worker at once: what was on the bus when it ended is on none now.
            yield return new("Scheduler:RecoverAllAtStart", "true");
        }

        // Somebody sits before it and waits; the ledger has what is cut off.
        yield return new("Worker:FinishWithin", "00:00:00");
        yield return new("Process:StopTimeout", "00:00:30");
        if (options.ConsoleUrl is { } console)
        {
            yield return new("Review:Url", console.AbsoluteUri);
        }

        // The log is a file that nobody watches: more of what the libraries say is kept in it.
        yield return new("Logging:Libraries", nameof(LogLevel.Warning));
    }

    private static bool IsShared(string key) => Shared.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase);
}
