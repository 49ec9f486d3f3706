using Crawler.Contracts.Messages;
using Crawler.Hosting.Processes;
using Crawler.Patrol.Places;
using Crawler.Review;
using Crawler.Scheduler;
using Crawler.Storage.Documents;
using Crawler.Worker;
using MassTransit;
using Microsoft.AspNetCore.DataProtection;

namespace Crawler.Patrol.Hosting;

/// <summary>
/// Everything in one process for one machine: scheduler, worker and, if wanted, the console, composed as the processes are. Only the defaults of some
/// settings differ.
/// </summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private const string Process = "patrol";

    private readonly IHost _app;

    private EmbeddedHost(IHost app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public IDocumentStore Store => Services.GetRequiredService<IDocumentStore>();

    /// <summary>Null: started without the console.</summary>
    public Uri? ConsoleUrl => _app is WebApplication console ? new Uri(console.Urls.First()) : null;

    /// <summary>Starts the rooms in order: store, sites, bus and worker, scheduler, console.</summary>
    /// <exception cref="Crawler.Hosting.Settings.SettingsException">The settings are not sound.</exception>
    public static async Task<EmbeddedHost> StartAsync(EmbeddedHostOptions options, CancellationToken cancellationToken)
    {
        var settings = EmbeddedSettings.For(options);
        var composed = options.ConsoleUrl is null
            ? await ServiceComposition.BuildAsync(Process, settings, rooms => AddRooms(rooms, options))
            : await ServiceComposition.BuildWebAsync(Process, Process, settings, rooms => AddRooms(rooms, options), app => app.MapReview());
        try
        {
            await composed.Host.StartAsync(cancellationToken);
            return new EmbeddedHost(composed.Host);
        }
        catch
        {
            await DisposeAsync(composed.Host);
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

    private static void AddRooms(ServiceBuilder builder, EmbeddedHostOptions options)
    {
        builder.LogTo(_ => PatrolLogging.File(options.Data.Root));
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<SiteStoring>(services, options.Sites));

        // Registered before the rooms bind their settings, so that these are defaults.
        if (options.ConfigureWorker is { } configure)
        {
            builder.Services.Configure(configure);
        }

        builder.AddWorkerRoom().AddSchedulerRoom();
        if (options.ConsoleUrl is not null)
        {
            builder.AddReviewRoom();
            builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(options.Data.Keys));
            builder.Services.Configure<ReviewOptions>(o => o.FindLexicon = name => new LexiconFolder(options.Home).Find(name));
        }
    }
}
