using Crawler.Ledger.Jobs;
using Crawler.Ledger.Sweeps;
using Crawler.Scheduler.Consumers;
using Crawler.Scheduler.Dispatching;
using Crawler.Scheduler.Hosting;
using Crawler.Scheduler.Reconciling;
using Crawler.Scheduler.Schedules;
using Crawler.Scheduler.Sweeps;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Quartz;

namespace Crawler.Scheduler;

/// <summary>Puts the scheduler into a host.</summary>
public static class SchedulerExtensions
{
    /// <summary>
    /// Registers the scheduler and its hosted service. The host brings an <c>IDocumentStore</c>, a <see cref="TimeProvider"/> (default: the system's),
    /// logging, and MassTransit with <see cref="AddSchedulerConsumers"/>.
    /// </summary>
    /// <param name="configure">Changes options; bind the configuration section <c>Scheduler</c> here or with <c>services.Configure</c>. Null: the
    /// defaults.</param>
    public static IServiceCollection AddScheduler(this IServiceCollection services, Action<SchedulerOptions>? configure = null)
    {
        services.AddOptions<SchedulerOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SchedulerOptions>, SchedulerOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<DispatchSignal>();
        services.AddSingleton<ISchedulerBus, MassTransitSchedulerBus>();
        services.AddSingleton<JobDispatcher>();
        services.AddSingleton<DispatchLoop>();
        services.TryAddSingleton<JobLedger>();
        services.AddSingleton<SweepLedger>();
        services.AddSingleton<FirstJobs>();
        services.AddSingleton<SweepPlanner>();
        services.AddSingleton<RecheckPlanner>();
        services.AddSingleton<SweepCanceller>();
        services.AddSingleton<SweepAnnouncer>();
        services.AddSingleton<SiteVerdicts>();
        services.AddSingleton<SiteAdvancer>();
        services.AddSingleton<SweepAdvancer>();
        services.AddSingleton<JobRecovery>();
        services.AddSingleton<SweepRecovery>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<ScheduleKeeper>();
        services.AddSingleton<QuartzScheduleClock>();
        services.AddSingleton<IScheduleClock>(s => s.GetRequiredService<QuartzScheduleClock>());
        services.AddQuartz(quartz => quartz.UseDefaultThreadPool(4).UseInMemoryStore(_ => { }));
        services.AddSingleton<SchedulerPreparation>();
        services.AddHostedService<SchedulerService>();
        return services;
    }

    /// <summary>Adds the scheduler's consumers: queue <c>scheduler</c> for requests, <c>scheduler-jobs</c> for the stream of ended jobs.</summary>
    public static void AddSchedulerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<StartSweepConsumer, RequestQueue<StartSweepConsumer>>();
        bus.AddConsumer<CancelSweepConsumer, RequestQueue<CancelSweepConsumer>>();
        bus.AddConsumer<CheckScheduleConsumer, RequestQueue<CheckScheduleConsumer>>();
        bus.AddConsumer<WatchListChangedConsumer, RequestQueue<WatchListChangedConsumer>>();
        bus.AddConsumer<JobLeftWorkerConsumer, JobLeftWorkerConsumer.Queue>();
    }
}
