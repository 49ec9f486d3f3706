using System.Globalization;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Places;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Distributed;

/// <summary>
/// The services as a national service runs it, on one machine: broker, store, scheduler, workers and console, each a process of its own. All of them end with
/// this one, however it ends.
/// </summary>
internal sealed class DistributedServices : IAsyncDisposable
{
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(120);

    // In the order in which they started; they stop in the opposite one.
    private readonly Stack<IAsyncDisposable> _parts = [];
    private readonly List<(ChildProcess Process, Uri Health)> _processes = [];

    private DistributedServices(DistributedServicesOptions options) => Options = options;

    public DistributedServicesOptions Options { get; }

    public MongoDocumentStore Store { get; private set; } = null!;

    public Uri Console { get; private set; } = null!;

    private string Logs => Path.Combine(Options.Data.Root, "logs");

    /// <summary>Starts everything, in order, and waits until all of it is ready.</summary>
    /// <exception cref="DistributedException">A part does not start.</exception>
    /// <exception cref="StoreException">The named MongoDB refuses.</exception>
    public static async Task<DistributedServices> StartAsync(DistributedServicesOptions options, CancellationToken cancellationToken)
    {
        var services = new DistributedServices(options);
        try
        {
            await services.StartAsync(cancellationToken);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Told all at once, waited for one by one: nobody needs another to stop.
        await Task.WhenAll(_processes.Select(p => p.Process.StopAsync(TimeSpan.FromSeconds(60))));
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Logs);
        Options.Say("starting broker and store");
        var starting = PrivateBroker.StartAsync(Path.Combine(Options.Data.Root, "broker"), cancellationToken);
        string mongo;
        try
        {
            mongo = await MongoAsync(cancellationToken);
        }
        finally
        {
            _parts.Push(await starting);
        }

        var broker = await starting;
        Options.Say($"broker on port {Text(broker.Port)}, store {(Options.Mongo is null ? "of this machine" : "as named")}");
        Store = new MongoDocumentStore(new MongoStoreOptions { ConnectionString = mongo, Database = Options.Database }, TimeProvider.System);
        _parts.Push(Store);
        await LedgerCollections.EnsureAllAsync(Store, cancellationToken);
        await Options.Sites.StoreAsync(Store, cancellationToken);

        var settings = Settings(mongo, broker);
        Start("scheduler", "Crawler.Scheduler", settings, []);
        for (int worker = 1; worker <= Options.Workers; worker++)
        {
            string name = "worker-" + Text(worker);
            Start(name, "Crawler.Worker", settings, new() { ["Worker__WorkerId"] = name, ["Worker__RetryDelay"] = "00:00:01" });
        }

        Console = new Uri($"http://127.0.0.1:{Text(Options.ConsolePort ?? FreePort.Next())}/");
        Start("console", "Crawler.Review", settings, new() { ["Review__Url"] = Console.ToString() });
        await Task.WhenAll(_processes.Select(p => ReadyAsync(p.Process, p.Health, cancellationToken)));
        Options.Say($"scheduler, {Text(Options.Workers)} workers and console are ready: {string.Join(", ", _processes.Select(p => p.Process.Name))}; their logs are in {Logs}");
    }

    private async Task<string> MongoAsync(CancellationToken cancellationToken)
    {
        if (Options.Mongo is { } named)
        {
            return named;
        }

        var mongo = await PrivateMongo.StartAsync(Options.Home, Logs, cancellationToken);
        _parts.Push(mongo);
        return mongo.ConnectionString;
    }

    private Dictionary<string, string> Settings(string mongo, PrivateBroker broker) => new(StringComparer.Ordinal)
    {
        ["Store__Kind"] = "Mongo",
        ["Store__Mongo__ConnectionString"] = mongo,
        ["Store__Mongo__Database"] = Options.Database,
        ["Blobs__Folder"] = Options.Data.Evidence,
        ["Bus__Host"] = "127.0.0.1",
        ["Bus__Port"] = Text(broker.Port),
    };

    private void Start(string name, string program, Dictionary<string, string> settings, Dictionary<string, string> own)
    {
        var health = new Uri($"http://127.0.0.1:{Text(FreePort.Next())}/");
        var environment = settings.Concat(own).Append(new("Health__Url", health.ToString()))
            .ToDictionary(s => "CYBERPATROL_" + s.Key, s => s.Value, StringComparer.Ordinal);
        var process = ChildProcess.Start(
            name, Path.Combine(Logs, name + ".log"), environment, "dotnet", Path.Combine(AppContext.BaseDirectory, program + ".dll"));
        _parts.Push(process);
        _processes.Add((process, health));
    }

    private static async Task ReadyAsync(ChildProcess process, Uri health, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadyPatience);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while (!process.HasExited && !limit.IsCancellationRequested)
        {
            try
            {
                using var reply = await client.GetAsync(new Uri(health, "/health/ready"), limit.Token);
                if (reply.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(200, CancellationToken.None);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new DistributedException($"{process.Name} is not ready: {process.LastWords()}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What to start.</summary>
internal sealed record DistributedServicesOptions
{
    /// <summary>Where broker, logs and evidence lie.</summary>
    public required DataDirectory Data { get; init; }

    public required PatrolHome Home { get; init; }

    /// <summary>Definitions to put into the store.</summary>
    public SiteCatalogue Sites { get; init; } = new();

    /// <summary>A MongoDB's connection string. Null: the one of the tests, in a clone.</summary>
    public string? Mongo { get; init; }

    /// <summary>The database in it. Default <c>cyberpatrol_demo</c>.</summary>
    public string Database { get; init; } = "cyberpatrol_demo";

    /// <summary>Default 2.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Null: any free port.</summary>
    public int? ConsolePort { get; init; }

    /// <summary>Told what is going on.</summary>
    public Action<string> Say { get; init; } = _ => { };
}
