using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Dispatching;
using Crawler.Scheduler.Reconciling;
using Crawler.Scheduler.Schedules;
using Crawler.Scheduler.Sweeps;
using Crawler.Storage.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>
/// One scheduler process over a store: everything that <see cref="SchedulerExtensions.AddScheduler"/> registers, with a bus that records and a clock that
/// stands still.
/// </summary>
internal sealed class TestServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestServices(IDocumentStore store, FakeTimeProvider time, Action<SchedulerOptions>? configure = null)
    {
        Store = store;
        Time = time;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(store)
            .AddSingleton<TimeProvider>(time)
            .AddScheduler(configure)
            .Replace(ServiceDescriptor.Singleton<ISchedulerBus>(Bus))
            .Replace(ServiceDescriptor.Singleton<IScheduleClock>(Clock))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public IDocumentStore Store { get; }

    public FakeTimeProvider Time { get; }

    public RecordingBus Bus { get; } = new();

    public RecordingClock Clock { get; } = new();

    public SweepPlanner Planner => _services.GetRequiredService<SweepPlanner>();

    public SweepAdvancer Advancer => _services.GetRequiredService<SweepAdvancer>();

    public SweepCanceller Canceller => _services.GetRequiredService<SweepCanceller>();

    public JobDispatcher Dispatcher => _services.GetRequiredService<JobDispatcher>();

    public DispatchLoop Loop => _services.GetRequiredService<DispatchLoop>();

    public DispatchSignal Signal => _services.GetRequiredService<DispatchSignal>();

    public Reconciler Reconciler => _services.GetRequiredService<Reconciler>();

    public ScheduleKeeper Keeper => _services.GetRequiredService<ScheduleKeeper>();

    /// <summary>Starts a sweep of the list by hand, now.</summary>
    public Task<SweepStart> StartAsync(string watchListId) =>
        Planner.StartAsync(new StartSweep { WatchListId = watchListId, RequestedAt = Time.GetUtcNow() }, CancellationToken.None);

    /// <summary>Starts a sweep that must be accepted.</summary>
    public async Task<string> StartedAsync(string watchListId) => ((SweepStart.Accepted)await StartAsync(watchListId)).SweepId;

    public async Task<Sweep> SweepAsync(string sweepId) =>
        (await Store.GetAsync(LedgerCollections.Sweeps, sweepId, CancellationToken.None))!.Value;

    public async Task<IReadOnlyList<SweepJob>> JobsAsync()
    {
        var jobs = new List<SweepJob>();
        await foreach (var job in Store.QueryAllAsync(LedgerCollections.Jobs, new DocumentQuery { Limit = 1000 }, CancellationToken.None))
        {
            jobs.Add(job.Value);
        }

        return jobs;
    }

    /// <summary>Dispatches, works and moves on until the sweep has ended.</summary>
    public async Task DriveAsync(string sweepId, FakeWorker worker)
    {
        for (int round = 0; round < 200; round++)
        {
            await Dispatcher.DispatchAllAsync(CancellationToken.None);
            foreach (var job in Bus.TakeSent())
            {
                await worker.HandleAsync(job);
            }

            await Advancer.AdvanceAsync(sweepId, CancellationToken.None);
            if ((await SweepAsync(sweepId)).HasEnded)
            {
                return;
            }

            Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Fail("The sweep did not end within 200 rounds.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Bus.Dispose();
    }
}
