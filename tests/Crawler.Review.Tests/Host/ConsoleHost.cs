using Crawler.Ledger.Collections;
using Crawler.Review.Tests.Seeds;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using MassTransit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Crawler.Review.Tests.Host;

/// <summary>
/// The desk on a free loopback port, with the real embedded store in a folder of its own, an in-memory bus and a scheduler that does as told.
/// </summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private ConsoleHost(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        Http = new HttpClient { BaseAddress = Url };
    }

    public Uri Url { get; }

    public HttpClient Http { get; }

    public IDocumentStore Store => _app.Services.GetRequiredService<IDocumentStore>();

    public IBlobStore Blobs => _app.Services.GetRequiredService<IBlobStore>();

    public IBus Bus => _app.Services.GetRequiredService<IBus>();

    public StandInScheduler Scheduler => _app.Services.GetRequiredService<StandInScheduler>();

    public StandInWorker Worker => _app.Services.GetRequiredService<StandInWorker>();

    public IServiceProvider Services => _app.Services;

    public string BlobFolder => Path.Combine(_folder, EmbeddedStoreOptions.BlobsFolder);

    /// <summary>Starts a desk over a store that <paramref name="seed"/> fills.</summary>
    public static async Task<ConsoleHost> StartAsync(Func<ConsoleSeed, Task>? seed = null, Uri? url = null)
    {
        string folder = Directory.CreateTempSubdirectory("review-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ConsoleHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders().AddFilter(null, LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddEmbeddedStore(folder);
        builder.Services.AddSingleton<StandInScheduler>();
        builder.Services.AddSingleton<StandInWorker>();
        builder.Services.AddReview(o =>
        {
            o.Url = url ?? new Uri("http://127.0.0.1:0");
            o.SchedulerTimeout = TimeSpan.FromSeconds(5);
            o.ExaminationTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddReviewConsumers();
            bus.AddConsumer<StandInSchedulerConsumer>();
            bus.AddConsumer<StandInWorkerConsumer>();
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        var app = builder.Build();
        await LedgerCollections.EnsureAllAsync(app.Services.GetRequiredService<IDocumentStore>(), CancellationToken.None);
        if (seed is not null)
        {
            await seed(new ConsoleSeed(app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<IBlobStore>()));
        }

        app.MapReview();
        await app.StartAsync();
        return new ConsoleHost(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
