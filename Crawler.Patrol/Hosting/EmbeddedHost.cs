using Crawler.Contracts.Messages;
using Crawler.Fetching;
using Crawler.Hosting.Bus;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Commands.WatchLists;
using Crawler.Patrol.Places;
using Crawler.Review;
using Crawler.Scheduler;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Worker;
using Crawler.Worker.Sites;
using MassTransit;
using Microsoft.AspNetCore.DataProtection;

namespace Crawler.Patrol.Hosting;

/// <summary>Everything in one process for one machine: SQLite, in-memory bus, scheduler, worker and, if wanted, the console.</summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly IHost _app;

    private EmbeddedHost(IHost app, EmbeddedHostOptions options)
    {
        _app = app;
        ConsoleUrl = options.ConsoleUrl;
    }

    public IServiceProvider Services => _app.Services;

    public IDocumentStore Store => Services.GetRequiredService<IDocumentStore>();

    /// <summary>Null: started without the console.</summary>
    public Uri? ConsoleUrl { get; }

    /// <summary>Starts the rooms in order: store, sites, bus and worker, scheduler, console.</summary>
    public static async Task<EmbeddedHost> StartAsync(EmbeddedHostOptions options, CancellationToken cancellationToken)
    {
        var app = Build(options);
        try
        {
            var store = app.Services.GetRequiredService<IDocumentStore>();
            await HouseCollections.EnsureAllAsync(store, cancellationToken);
            await options.Sites.StoreAsync(store, cancellationToken);

            await app.StartAsync(cancellationToken);
            return new EmbeddedHost(app, options);
        }
        catch
        {
            await DisposeAsync(app);
            throw;
        }
    }

    /// <summary>Asks the scheduler to sweep a watch list now.</summary>
    public async Task<Response<SweepAccepted, SweepRefused>> StartSweepAsync(string watchListId, CancellationToken cancellationToken)
    {
        await using var scope = Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<StartSweep>>();
        var request = new StartSweep { WatchListId = watchListId, RequestedAt = Services.GetRequiredService<TimeProvider>().GetUtcNow() };
        return await client.GetResponse<SweepAccepted, SweepRefused>(request, cancellationToken);
    }

    /// <summary>Runs until asked to stop (Ctrl-C, SIGTERM).</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops cleanly: jobs in hand go back to the ledger.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await DisposeAsync(_app);
    }

    private static ValueTask DisposeAsync(IHost app)
    {
        if (app is IAsyncDisposable disposable)
        {
            return disposable.DisposeAsync();
        }

        app.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IHost Build(EmbeddedHostOptions options)
    {
        if (options.ConsoleUrl is not { } url)
        {
            var bare = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
            AddRooms(bare, options);
            return bare.Build();
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "patrol", ContentRootPath = AppContext.BaseDirectory });
        AddRooms(builder, options);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(options.Data.Keys));
        builder.Services.AddReview(o =>
        {
            o.Url = url;
            o.FindLexicon = name => new LexiconShelf(options.Home).Find(name);
        });
        var app = builder.Build();
        app.MapReview();
        return app;
    }

    private static void AddRooms(IHostApplicationBuilder builder, EmbeddedHostOptions options)
    {
        PatrolLogging.Configure(builder.Logging, options.Data.Root, options.Verbose);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddEmbeddedStore(options.Data.Root);
        builder.Services.AddHouseBus(new BusOptions { Kind = BusKind.InMemory }, bus =>
        {
            bus.AddWorkerConsumers();
            bus.AddSchedulerConsumers();
            if (options.ConsoleUrl is not null)
            {
                bus.AddReviewConsumers();
            }
        });
        builder.Services.AddOptions<FetchingOptions>().Bind(options.Fetching);
        builder.Services.AddWorker(worker =>
        {
            // Somebody sits before it and waits; the ledger has what is cut off.
            worker.FinishWithin = TimeSpan.Zero;
            options.ConfigureWorker?.Invoke(worker);
        });
        builder.Services.AddScheduler(o => o.RecoverAllAtStart = true);
    }
}

/// <summary>What to start.</summary>
internal sealed record EmbeddedHostOptions
{
    public required DataDirectory Data { get; init; }

    public required PatrolHome Home { get; init; }

    /// <summary>Definitions to put into the store (those on file, and the practice world's).</summary>
    public SiteCatalogue Sites { get; init; } = new();

    /// <summary>How the worker is to reach the web: section <c>Fetching</c> of the settings. Default: as it does by itself.</summary>
    public IConfiguration Fetching { get; init; } = new ConfigurationBuilder().Build();

    /// <summary>Null: no console.</summary>
    public Uri? ConsoleUrl { get; init; }

    /// <summary>Log to the terminal as well as to <c>logs/</c> in the data directory.</summary>
    public bool Verbose { get; init; }

    public Action<Crawler.Worker.Jobs.WorkerOptions>? ConfigureWorker { get; init; }
}
