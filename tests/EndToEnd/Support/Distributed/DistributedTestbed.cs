using System.Globalization;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.WatchLists;
using Crawler.Hosting.Bus;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Places;
using Crawler.Patrol.Practice;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Worker.Sites;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EndToEnd.Support.Distributed;

/// <summary>
/// The system as it runs in a data centre, on this machine: RabbitMQ, a MongoDB-compatible store, schedulers and workers as processes of their own, each with
/// its own proxies to broker and store, over a practice world that lives in the test.
/// </summary>
internal sealed class DistributedTestbed : IAsyncDisposable
{
    private const int DiskMegabytes = 256;
    private readonly ServiceProvider _storage;
    private readonly IHost _bus;

    private DistributedTestbed(
        string folder, PracticeWorld world, IReadOnlyList<SiteDefinition> sites, PrivateBroker broker, PrivateStore server, ServiceProvider storage, IHost bus)
    {
        Folder = folder;
        World = world;
        Sites = sites;
        Broker = broker;
        Server = server;
        _storage = storage;
        _bus = bus;
    }

    public string Folder { get; }

    public PracticeWorld World { get; }

    /// <summary>The definitions as the workers know them.</summary>
    public IReadOnlyList<SiteDefinition> Sites { get; }

    public PrivateBroker Broker { get; }

    public PrivateStore Server { get; }

    /// <summary>The disk the evidence lies on. Null: an ordinary folder, because this user may not mount.</summary>
    public SmallDisk? Disk { get; private init; }

    public List<RoomProcess> Schedulers { get; } = [];

    public List<RoomProcess> Workers { get; } = [];

    public IEnumerable<RoomProcess> Rooms => [.. Schedulers, .. Workers];

    /// <summary>Each worker's proxy to the store, in the order of the workers.</summary>
    public List<TcpProxy> StoreProxies { get; } = [];

    /// <summary>Each worker's proxy to the broker, in the order of the workers.</summary>
    public List<TcpProxy> BrokerProxies { get; } = [];

    /// <summary>
    /// Of the rooms that are started from now on: a worker that gets no processor for so long counts as dead. Short, because most tests kill workers.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The store as the test looks at it, without a proxy in between.</summary>
    public IDocumentStore Store => _storage.GetRequiredService<IDocumentStore>();

    public IBlobStore Blobs => _storage.GetRequiredService<IBlobStore>();

    /// <param name="change">Changes a site's definition before it is stored.</param>
    public static async Task<DistributedTestbed> StartAsync(Func<SiteDefinition, SiteDefinition> change, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("patrol-testbed-").FullName;
        string blobs = Path.Combine(folder, "blobs");
        string server = Path.Combine(folder, "store");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // user nobody runs the engine in it
        }

        var store = new PrivateStore(server, FreePorts.One());
        var starting = store.StartAsync(cancellationToken);
        var broker = await PrivateBroker.StartAsync(Path.Combine(folder, "broker"), FreePorts.Three(), cancellationToken);
        await starting;
        var world = await PracticeWorld.StartAsync(new DataDirectory(folder), Repository.Home, FreePorts.Seven(), TimeProvider.System, cancellationToken);
        SiteDefinition[] sites = [.. world.Sites.Select(change)];
        var disk = SmallDisk.TryMount(blobs, DiskMegabytes);
        var storage = Storage(store, blobs);
        var documents = storage.GetRequiredService<IDocumentStore>();
        await LedgerCollections.EnsureAllAsync(documents, cancellationToken);
        await new SiteCatalogue { Sites = sites }.StoreAsync(documents, cancellationToken);
        var bus = Bus(broker);
        await bus.StartAsync(cancellationToken);
        return new DistributedTestbed(folder, world, sites, broker, store, storage, bus) { Disk = disk };
    }

    public async Task<RoomProcess> AddSchedulerAsync(CancellationToken cancellationToken)
    {
        var scheduler = await RoomProcess.StartAsync(
            $"scheduler-{Schedulers.Count + 1}", "Crawler.Scheduler", Settings(Server.Port, Broker.Port), Folder, cancellationToken);
        Schedulers.Add(scheduler);
        return scheduler;
    }

    public async Task<RoomProcess> AddWorkerAsync(CancellationToken cancellationToken)
    {
        var store = new TcpProxy(FreePorts.One(), Server.Port);
        var broker = new TcpProxy(FreePorts.One(), Broker.Port);
        StoreProxies.Add(store);
        BrokerProxies.Add(broker);
        var worker = await RoomProcess.StartAsync(
            $"worker-{Workers.Count + 1}", "Crawler.Worker", Settings(store.Port, broker.Port), Folder, cancellationToken);
        Workers.Add(worker);
        return worker;
    }

    /// <summary>
    /// Settings of a room that reaches store and broker at these ports. Everything that waits for a death to show waits less long than in production, so that
    /// a test sees it.
    /// </summary>
    public Dictionary<string, string> Settings(int store, int broker) => new(StringComparer.Ordinal)
    {
        ["Store:Kind"] = "Mongo",
        ["Store:Mongo:ConnectionString"] = string.Create(CultureInfo.InvariantCulture, $"mongodb://127.0.0.1:{store}/"),
        ["Blobs:Folder"] = Path.Combine(Folder, "blobs"),
        ["Bus:Port"] = broker.ToString(CultureInfo.InvariantCulture),
        ["Bus:Heartbeat"] = "00:00:05",
        ["Worker:Lease"] = Lease.ToString("c", CultureInfo.InvariantCulture),
        ["Worker:RetryDelay"] = "00:00:01",
        ["Scheduler:DispatchInterval"] = "00:00:00.500",
        ["Scheduler:SendTimeout"] = "00:00:04",
        ["Scheduler:ReconcileInterval"] = "00:00:02",
        ["Scheduler:ResendAfter"] = "00:00:08",
        ["Scheduler:MessageTimeToLive"] = "00:03:00",
        ["Scheduler:MaxLostLeases"] = "100",
        ["Process:StopTimeout"] = "00:00:10",
    };

    /// <summary>Stores the list and asks the scheduler, over the broker, to sweep it now.</summary>
    /// <returns>The sweep's id.</returns>
    public async Task<string> StartSweepAsync(WatchList list, CancellationToken cancellationToken)
    {
        await Store.UpdateAsync(LedgerCollections.WatchLists, list.Id, _ => list, cancellationToken);
        await Task.WhenAll(Schedulers.Select(s => s.RunsAsync(cancellationToken)));
        return await AskAsync(list, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Rooms.Select(r => r.DisposeAsync().AsTask()));
        KeepLogs();
        await _bus.StopAsync(CancellationToken.None);
        _bus.Dispose();
        await _storage.DisposeAsync();
        foreach (var proxy in StoreProxies.Concat(BrokerProxies))
        {
            await proxy.DisposeAsync();
        }

        await World.DisposeAsync();
        await Broker.DisposeAsync();
        await Server.DisposeAsync();
        Disk?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>What the rooms and the broker said and what the sites were asked outlives the testbed, for whoever wants to know why a test failed.</summary>
    private void KeepLogs()
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "distributed-logs", TestContext.CurrentContext.Test.MethodName ?? "");
        Directory.CreateDirectory(folder);
        foreach (string log in Rooms.Select(r => r.Log).Append(Broker.Log))
        {
            File.Copy(log, Path.Combine(folder, Path.GetFileName(log)), overwrite: true);
        }

        File.WriteAllLines(
            Path.Combine(folder, "requests.tsv"),
            World.Ground.Requests.OrderBy(r => r.Number).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.At:HH:mm:ss.fff}\t{r.SiteId}\t{r.PathAndQuery}")));
    }

    private async Task<string> AskAsync(WatchList list, CancellationToken cancellationToken)
    {
        await using var scope = _bus.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<StartSweep>>();
        var answer = await client.GetResponse<SweepAccepted, SweepRefused>(
            new StartSweep { WatchListId = list.Id, RequestedAt = TimeProvider.System.GetUtcNow() }, cancellationToken, RequestTimeout.After(m: 1));
        return answer.Is<SweepAccepted>(out var accepted) ? accepted.Message.SweepId
            : answer.Is<SweepRefused>(out var refused) && refused.Message.RunningSweepId is { } running ? running
            : throw new AssertionException("the sweep was refused");
    }

    private static ServiceProvider Storage(PrivateStore server, string blobs)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMongoStore(o => o.ConnectionString = string.Create(CultureInfo.InvariantCulture, $"mongodb://127.0.0.1:{server.Port}/"));
        services.AddBlobStore(o => o.Folder = blobs);
        return services.BuildServiceProvider();
    }

    private static IHost Bus(PrivateBroker broker)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddServiceBus(new BusOptions { Port = broker.Port }, _ => { });
        return builder.Build();
    }
}
