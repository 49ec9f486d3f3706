using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Places;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Sqlite;
using EndToEnd.Support;

namespace EndToEnd.Distributed;

/// <summary>
/// The system as processes of their own over a broker and a MongoDB-compatible store does what it does in one process, and leaves nothing behind.
/// </summary>
[Category("Server")]
[Category("Browser")]
internal sealed class DistributedDemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Test]
    public async Task DistributedDemo_CapturesWhatTheEmbeddedOneDoes()
    {
        string embedded = Directory.CreateTempSubdirectory("patrol-embedded-").FullName;
        string distributed = Directory.CreateTempSubdirectory("patrol-distributed-").FullName;
        string database = TestMongo.NewDatabase();
        var gateway = await TestMongo.GatewayAsync();
        var mongo = new UriBuilder(gateway.ConnectionString) { Path = database }.Uri;

        await RunAsync("demo", "--once", "--data", embedded, "--ground-port", Text(FreePorts.Seven()));
        await RunAsync("demo", "--distributed", "--once", "--mongo", mongo.ToString(), "--data", distributed, "--ground-port", Text(FreePorts.Seven()));

        await using var sqlite = await SqliteDocumentStore.OpenAsync(new DataDirectory(embedded).Store);
        await using var server = new MongoDocumentStore(
            new MongoStoreOptions { ConnectionString = gateway.ConnectionString, Database = database }, TimeProvider.System);
        var expected = await ListingsAsync(sqlite);
        Assert.That(expected, Has.Count.GreaterThan(300));
        Assert.That(await ListingsAsync(server), Is.EqualTo(expected));
        Assert.That(LeftBehind(distributed), Is.Empty);
        Directory.Delete(embedded, recursive: true);
        Directory.Delete(distributed, recursive: true);
    }

    [Test]
    public async Task DistributedDemo_KilledInMidSweep_TakesAllItsProcessesWithIt()
    {
        string folder = Directory.CreateTempSubdirectory("patrol-distributed-").FullName;
        var gateway = await TestMongo.GatewayAsync();
        await using (var demo = PatrolProcess.Start("demo", "--distributed", "--mongo", gateway.ConnectionString, "--data", folder, "--ground-port", Text(FreePorts.Seven()), "--port", Text(FreePorts.One())))
        {
            await UntilAsync(
                () =>
                    File.Exists(Path.Combine(folder, "patrol.json"))
                        && File.ReadAllText(Path.Combine(folder, "patrol.json")).Contains("consoleUrl", StringComparison.Ordinal),
                "all processes are ready");
            Assert.That(LeftBehind(folder), Has.Count.GreaterThanOrEqualTo(5), "broker, scheduler, two workers, console");

            await demo.KillAloneAsync();
        }

        await UntilAsync(() => LeftBehind(folder).Count == 0, "nothing is left");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(params string[] arguments)
    {
        await using var patrol = PatrolProcess.Start(arguments);
        var (exitCode, output, errors) = await patrol.EndAsync(Patience);
        Assert.That(exitCode, Is.Zero, output + errors);
    }

    private static async Task UntilAsync(Func<bool> reached, string what)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (!reached())
        {
            Assert.That(limit.IsCancellationRequested, Is.False, what);
            await look.WaitForNextTickAsync();
        }
    }

    /// <summary>Command lines of living processes that name the folder.</summary>
    private static List<string> LeftBehind(string folder)
    {
        var found = new List<string>();
        foreach (
            string process in Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out int id) && id != Environment.ProcessId))
        {
            try
            {
                string line = File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
                string surroundings = File.ReadAllText(Path.Combine(process, "environ"));
                if ((line + surroundings).Contains(folder, StringComparison.Ordinal) && line.Length > 0
                    && !line.Contains("patrol.dll", StringComparison.Ordinal))
                {
                    found.Add(line);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended while it was looked at, or is somebody else's.
            }
        }

        return found;
    }

    /// <summary>Site, id, title and price of each listing, in order: ports differ between runs, adverts do not.</summary>
    private static async Task<IReadOnlyList<string>> ListingsAsync(IDocumentStore store)
    {
        var listings = new List<string>();
        await foreach (var stored in store.QueryAllAsync(LedgerCollections.Listings, new DocumentQuery { Limit = 500 }, CancellationToken.None))
        {
            listings.Add(Describe(stored.Value));
        }

        return [.. listings.Order(StringComparer.Ordinal)];
    }

    private static string Describe(Listing listing) => $"{listing.SiteId} {listing.SiteListingId} {listing.Title} {listing.Price?.Fingerprint()}";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
