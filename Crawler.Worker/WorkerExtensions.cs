using Crawler.Hosting.Bus;
using Crawler.Ledger.Jobs;
using Crawler.Ledger.Repairs;
using Crawler.Worker.Captures;
using Crawler.Worker.Drift;
using Crawler.Worker.Jobs;
using Crawler.Worker.Probing;
using Crawler.Worker.Queues;
using Crawler.Worker.Sites;
using Crawler.Worker.Status;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Crawler.Worker;

/// <summary>The eyes: all that a worker is made of.</summary>
public static class WorkerExtensions
{
    /// <summary>Registers fetching, extraction, capture and the job handlers. The host brings the store, the bus and the clock.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services, Action<WorkerOptions>? configure = null)
    {
        services.AddOptions<WorkerOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WorkerOptions>, WorkerOptionsValidator>();
        services.AddPageAccess();
        services.AddSiteProbe();
        services.AddSingleton<CaptureFileWriter>();
        services.AddSingleton<CaptureWriter>();
        services.AddSingleton<ImageCollector>();
        services.AddSingleton<ListingWriter>();
        services.AddSingleton<DriftPageRecorder>();
        services.AddSingleton<RepairProposals>();
        services.AddSingleton<RepairProposer>();
        services.TryAddSingleton<JobLedger>();
        services.AddSingleton<ListingJudge>();
        services.AddSingleton<SiteGuard>();
        services.AddSingleton<RowTriage>();
        services.AddSingleton<SearchHandler>();
        services.AddSingleton<AdvertRecorder>();
        services.AddSingleton<CaptureHandler>();
        services.AddSingleton<WorkerActivity>();
        services.AddSingleton<JobExecutor>();
        services.AddSingleton<JobAnnouncer>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<SiteFolder>();
        services.AddHealthChecks().AddCheck<BrowserHealth>("browser");
        services.AddHostedService<SiteQueues>();
        services.AddHostedService<WorkerHeartbeat>();
        return services;
    }

    /// <summary>The worker's consumers; they listen on the sites' queues, which are joined as sites come and go.</summary>
    public static void AddWorkerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<JobConsumer>().ExcludeFromConfigureEndpoints();
        bus.AddConsumer<ProbeSiteConsumer>().Endpoint(e => e.Name = ServiceQueue.SiteProbes);
        bus.AddConsumer<DriftedConsumer>().Endpoint(e => e.Name = "site-repairs");
    }
}
